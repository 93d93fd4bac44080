-- One row a tier to which something is promised on the day, and what.
-- Keys: none
-- Kept: each day
SELECT
    tier,
    rhythm_days,
    min_ties,
    assessment_days,
    needs_year_goal,
    needs_strategic_goal,
    endorsement_days,
    answer_days
FROM policy_span
WHERE first_day <= $as_of AND last_day >= $as_of
