-- One row a partner, its groups and who sought whom in the counted days: how many moments it had alone; a moment that it shared stands in a row of its own.
-- Keys: partner
-- Kept: each day
SELECT
    partner,
    in_portfolio,
    tier,
    sector,
    cluster,
    owner,
    initiative,
    is_proactive,
    CASE WHEN partners > 1 THEN moment END AS shared,
    count(*) AS moments
FROM contact_counted
GROUP BY ALL
