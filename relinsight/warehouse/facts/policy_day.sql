-- One row a tier to which something is promised on the day, and what.
WITH newest AS (
    SELECT *, row_number() OVER (PARTITION BY tier ORDER BY from_date DESC NULLS LAST) AS place
    FROM tier_policy
    WHERE from_date IS NULL OR from_date <= $as_of
)
SELECT
    tier,
    rhythm_days,
    min_ties,
    assessment_days,
    coalesce(needs_year_goal, FALSE) AS needs_year_goal,
    coalesce(needs_strategic_goal, FALSE) AS needs_strategic_goal,
    endorsement_days,
    answer_days
FROM newest
WHERE place = 1 AND (to_date IS NULL OR to_date >= $as_of)
