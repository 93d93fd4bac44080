-- One row a tier and a run of days on which the same is promised to it: the newest promise, until its end or until a newer one begins.
-- Keys: none
WITH placed AS (
    SELECT
        *,
        coalesce(from_date, DATE '0001-01-01') AS first_day,
        lead(from_date, 1, DATE '9999-12-31') OVER (PARTITION BY tier ORDER BY from_date NULLS FIRST) - 1 AS last_day
    FROM tier_policy
)
SELECT
    tier,
    rhythm_days,
    min_ties,
    assessment_days,
    coalesce(needs_year_goal, FALSE) AS needs_year_goal,
    coalesce(needs_strategic_goal, FALSE) AS needs_strategic_goal,
    endorsement_days,
    answer_days,
    first_day,
    least(last_day, coalesce(to_date, DATE '9999-12-30')) AS last_day
FROM placed
WHERE first_day <= last_day AND first_day <= coalesce(to_date, DATE '9999-12-30')
