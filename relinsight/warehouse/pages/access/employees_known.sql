-- One row an employee of the city, with or without partners.
SELECT id, name
FROM employee
ORDER BY id
