-- One row an achieved contact moment of the counted days, a partner of it and an employee who was there, with whomever it was.
-- Keys: partner
-- Shown: moment, day, kind, partners
SELECT
    contact_moment_employee.employee_id AS employee,
    contact.moment,
    contact.partner,
    partner.name,
    contact.day,
    contact.kind
FROM contact
JOIN partner ON partner.id = contact.partner
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact.moment
WHERE contact.day >= $first_day AND contact.day <= $last_day
