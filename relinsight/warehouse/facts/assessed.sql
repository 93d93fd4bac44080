-- One row an active partner with a form that counts: whether we, they, or both gave their own view, on any instrument.
-- Keys: partner
-- Kept: each day
SELECT
    partner,
    count(*) FILTER (WHERE side = 'us') > 0 AS by_us,
    count(*) FILTER (WHERE side = 'partner') > 0 AS by_them,
    count(*) FILTER (WHERE side = 'us') > 0 AND count(*) FILTER (WHERE side = 'partner') > 0 AS by_both
FROM form
WHERE perspective = 'own'
GROUP BY partner
