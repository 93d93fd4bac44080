-- One row a contact moment with the partner in the counted days up to the day, attempts too, with who of ours was there; a confidential one without its subject.
WITH there AS (
    SELECT
        contact_attendance.moment,
        contact_attendance.day,
        list_sort(list(employee.name) FILTER (WHERE employee.name IS NOT NULL)) AS employees
    FROM contact_attendance
    LEFT JOIN employee ON employee.id = contact_attendance.employee
    WHERE contact_attendance.partner = $partner
        AND contact_attendance.day BETWEEN $first_day AND least($last_day, CAST($as_of AS DATE))
    GROUP BY contact_attendance.moment, contact_attendance.day
)
SELECT
    contact_moment.id AS moment, contact_moment.day, contact_moment.kind, coalesce(contact_moment.achieved, FALSE) AS achieved,
    contact_moment.initiative, contact_moment.occasion,
    CASE WHEN contact_moment.confidential THEN NULL ELSE contact_moment.subject END AS subject,
    coalesce(there.employees, []) AS employees
FROM there
JOIN contact_moment ON contact_moment.id = there.moment AND contact_moment.day = there.day
ORDER BY contact_moment.day, contact_moment.id
