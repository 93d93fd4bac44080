-- One row a sector that partners belong to; '(none)' where some partner has none.
SELECT sector.id, sector.name
FROM sector
WHERE sector.id IN (SELECT sector_id FROM partner_sector)
UNION ALL
SELECT '(none)' AS id, NULL AS name
WHERE EXISTS (SELECT 1 FROM partner WHERE id NOT IN (SELECT partner_id FROM partner_sector))
ORDER BY id
