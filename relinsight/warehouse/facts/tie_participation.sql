-- One row an active partner and an employee with an active tie to it who took part in achieved contacts of the counted days: in how many.
-- Keys: partner
-- Shown: employee, employee_name, contacts
SELECT
    tied_colleague.partner,
    tied_colleague.name,
    tied_colleague.employee,
    tied_colleague.employee_name,
    tied_colleague.in_portfolio,
    count(*) AS contacts
FROM contact_counted
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_counted.moment
JOIN tied_colleague ON tied_colleague.partner = contact_counted.partner
    AND tied_colleague.employee = contact_moment_employee.employee_id
GROUP BY
    tied_colleague.partner,
    tied_colleague.name,
    tied_colleague.employee,
    tied_colleague.employee_name,
    tied_colleague.in_portfolio
