-- One row a goal, a partner of it and a side that answered: whether that side endorses it, and if not, what stands instead.
-- Keys: partner
-- Kept: each day
SELECT
    goal,
    partner,
    side,
    count(*) FILTER (WHERE is_valid) > 0 AS endorses,
    count(*) FILTER (WHERE is_stale) > 0 AND count(*) FILTER (WHERE is_valid) = 0 AS went_stale,
    CASE
        WHEN count(*) FILTER (WHERE is_valid) > 0 THEN 'endorsed'
        WHEN count(*) FILTER (WHERE is_stale) > 0 THEN 'stale'
        WHEN count(*) FILTER (WHERE answer = 'amended') > 0 THEN 'amended'
        ELSE 'declined'
    END AS answer,
    max(answered_on) AS answered_on
FROM goal_answer
GROUP BY goal, partner, side
