-- One row a tie and the days on which it is active: its own period, cut to that of its employee and of the contact person whom it names.
-- Keys: partner
-- Kept: each day
WITH bounded AS (
    SELECT
        tie.id AS tie,
        tie.employee_id AS employee,
        tie.partner_id AS partner,
        tie.contact_person_id AS contact_person,
        tie.kind,
        tie.stated_strength,
        greatest(
            coalesce(tie.from_date, DATE '0001-01-01'),
            coalesce(employee.active_from, DATE '0001-01-01'),
            coalesce(contact_person.active_from, DATE '0001-01-01')
        ) AS first_day,
        least(
            coalesce(tie.to_date, DATE '9999-12-30'),
            coalesce(employee.active_to, DATE '9999-12-30'),
            coalesce(contact_person.active_to, DATE '9999-12-30')
        ) AS last_day
    FROM tie
    JOIN employee ON employee.id = tie.employee_id
    LEFT JOIN contact_person ON contact_person.id = tie.contact_person_id
)
SELECT *
FROM bounded
WHERE first_day <= last_day
