-- One row an employee, a partner and a day on which they met, whenever it was: what their achieved contacts of that day weigh together, each shared by its partners.
SELECT
    contact_moment_employee.employee_id AS employee,
    contact_ever.partner,
    contact_ever.day,
    sum(coalesce(contact_weight.weight, 0e0) / contact_ever.partners) AS weight
FROM contact_ever
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_ever.moment
LEFT JOIN contact_weight ON contact_weight.kind = contact_ever.kind
GROUP BY contact_moment_employee.employee_id, contact_ever.partner, contact_ever.day
