-- One row a contact moment, whenever it was, a partner of it and an employee who was there (empty where none is named): the partner's share of its weight.
-- Keys: partner
-- Stored: by partner
SELECT
    contact_ever.moment,
    contact_ever.partner,
    contact_moment_employee.employee_id AS employee,
    contact_ever.day,
    contact_ever.is_achieved,
    contact_ever.weight
FROM contact_ever
LEFT JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_ever.moment
