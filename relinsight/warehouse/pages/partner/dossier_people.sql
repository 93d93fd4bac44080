-- One row an active contact person with a function at the partner: the last achieved contact at which this person was, and who of ours was there.
WITH held AS (
    SELECT contact_person, string_agg(function, ', ' ORDER BY from_date NULLS FIRST, function) AS function
    FROM function_held
    WHERE partner = $partner
    GROUP BY contact_person
),
present AS (
    SELECT contact_moment_person.contact_person_id AS person, contact_moment_person.contact_moment_id AS moment
    FROM contact_moment_person
    WHERE contact_moment_person.contact_person_id IN (SELECT contact_person FROM held)
),
met AS (
    SELECT
        present.person, contact_attendance.day, contact_attendance.employee,
        row_number() OVER (
            PARTITION BY present.person
            ORDER BY contact_attendance.day DESC, contact_attendance.moment DESC, contact_attendance.employee
        ) AS place
    FROM present
    JOIN contact_attendance ON contact_attendance.moment = present.moment
    WHERE contact_attendance.partner = $partner AND contact_attendance.is_achieved AND contact_attendance.day <= $as_of
)
SELECT
    contact_person.id AS person, contact_person.name, held.function,
    met.employee AS colleague_id, employee.name AS colleague, met.day AS last_day
FROM held
JOIN contact_person ON contact_person.id = held.contact_person
LEFT JOIN met ON met.person = contact_person.id AND met.place = 1
LEFT JOIN employee ON employee.id = met.employee
ORDER BY met.day DESC NULLS LAST, contact_person.name
