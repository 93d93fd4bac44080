-- One row a sector to which a partner belongs on the day; an empty one where some partner belongs to none.
SELECT DISTINCT partner_day.sector AS id, sector.name
FROM partner_day
LEFT JOIN sector ON sector.id = partner_day.sector
ORDER BY id NULLS FIRST
