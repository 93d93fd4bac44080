-- One row a contact moment with the partner up to the day, attempts too, with who of ours was there; a confidential one without its subject.
SELECT
    contact_moment.id AS moment, contact_moment.day, contact_moment.kind, coalesce(contact_moment.achieved, FALSE) AS achieved,
    contact_moment.initiative, contact_moment.occasion,
    CASE WHEN contact_moment.confidential THEN NULL ELSE contact_moment.subject END AS subject,
    coalesce(list_sort(list(employee.name) FILTER (WHERE employee.name IS NOT NULL)), []) AS employees
FROM contact_moment
JOIN contact_moment_partner ON contact_moment_partner.contact_moment_id = contact_moment.id
LEFT JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_moment.id
LEFT JOIN employee ON employee.id = contact_moment_employee.employee_id
WHERE contact_moment_partner.partner_id = $partner AND contact_moment.day <= $as_of
GROUP BY ALL
ORDER BY contact_moment.day, contact_moment.id
