-- One row a side of an active partner: how many people could have answered, contact persons there and colleagues with a tie here.
-- Keys: partner
-- Kept: each day
SELECT partner, 'partner' AS side, count(*) AS people
FROM function_day
GROUP BY partner
UNION ALL
SELECT partner, 'us' AS side, count(*) AS people
FROM tied_colleague
GROUP BY partner
