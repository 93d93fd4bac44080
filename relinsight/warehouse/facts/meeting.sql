-- One row an achieved contact moment, whenever it was, a partner of it and an employee who was there: the partner's share of its weight.
-- Keys: partner
SELECT contact_moment_employee.employee_id AS employee, contact_ever.partner, contact_ever.day, contact_ever.weight
FROM contact_ever
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_ever.moment
