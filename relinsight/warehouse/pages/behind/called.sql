-- One row a thing that rows point to by its id: which kind of thing it is, and how it is called.
SELECT 'employee' AS kind, id, name
FROM employee
UNION ALL
SELECT 'contact_person' AS kind, id, name
FROM contact_person
UNION ALL
SELECT 'partner' AS kind, id, name
FROM partner
UNION ALL
SELECT 'cluster' AS kind, id, name
FROM cluster
UNION ALL
SELECT 'instrument' AS kind, id, name
FROM instrument
