-- One row a partner whom a viewer of some clusters sees on the day: its owner is in one of these on that day.
-- Keys: partner
-- Kept: each day
SELECT partner
FROM partner_day
WHERE list_contains(CAST($seen_clusters AS VARCHAR[]), cluster)
