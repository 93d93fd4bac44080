-- One row a sector of the city, with or without partners.
SELECT id, name
FROM sector
ORDER BY id
