-- One row an employee who owns a partner on the day.
SELECT DISTINCT partner_day.owner AS id, employee.name
FROM partner_day
JOIN employee ON employee.id = partner_day.owner
ORDER BY employee.name, id
