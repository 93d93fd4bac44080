-- One row a colleague and one of these partners, or a partner at which one of these people has a function: their ties and contacts, how strong, how recent.
WITH fitting AS (
    SELECT partner_day.partner, CAST(NULL AS VARCHAR) AS person
    FROM partner_day
    WHERE list_contains(CAST($partners AS VARCHAR[]), partner_day.partner)
    UNION
    SELECT function_day.partner, function_day.contact_person AS person
    FROM function_day
    WHERE list_contains(CAST($people AS VARCHAR[]), function_day.contact_person)
),
kinds AS (
    SELECT
        tie_day.partner, tie_day.employee, array_to_string(list_sort(list(DISTINCT tie_day.kind)), ', ') AS kinds,
        nullif(array_to_string(
            list_sort(list(DISTINCT contact_person.name) FILTER (WHERE contact_person.name IS NOT NULL)), ', '
        ), '') AS contact_persons
    FROM tie_day
    LEFT JOIN contact_person ON contact_person.id = tie_day.contact_person
    GROUP BY tie_day.partner, tie_day.employee
),
known AS (
    SELECT partner, employee, employee_name, stated_strength, strength, last_met, days_since
    FROM tie_strength
    UNION ALL
    SELECT
        acquaintance.partner, acquaintance.employee, employee_day.name AS employee_name, CAST(NULL AS INTEGER) AS stated_strength,
        acquaintance.strength, acquaintance.last_met, date_diff('day', acquaintance.last_met, CAST($as_of AS DATE)) AS days_since
    FROM acquaintance
    JOIN employee_day ON employee_day.employee = acquaintance.employee
    LEFT JOIN tie_strength AS tied ON tied.partner = acquaintance.partner AND tied.employee = acquaintance.employee
    WHERE tied.employee IS NULL
)
SELECT
    partner.name AS partner, known.partner AS partner_id, person.name AS person, known.employee_name AS employee,
    known.employee AS employee_id, kinds.kinds AS ties, coalesce(acquaintance.contacts, 0) AS contacts, kinds.contact_persons,
    known.stated_strength, known.strength, known.last_met AS last_contact, known.days_since AS last_contact_days
FROM fitting
JOIN known ON known.partner = fitting.partner
JOIN partner ON partner.id = fitting.partner
LEFT JOIN acquaintance ON acquaintance.partner = known.partner AND acquaintance.employee = known.employee
LEFT JOIN kinds ON kinds.partner = known.partner AND kinds.employee = known.employee
LEFT JOIN contact_person AS person ON person.id = fitting.person
ORDER BY partner.name, person.name, known.strength DESC, known.stated_strength DESC NULLS LAST, known.employee
