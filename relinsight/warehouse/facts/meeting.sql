-- One row an achieved contact moment, whenever it was, a partner of it and an employee who was there: how many partners shared it.
SELECT contact_moment_employee.employee_id AS employee, contact_ever.partner, contact_ever.day, contact_ever.kind, contact_ever.partners
FROM contact_ever
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_ever.moment
