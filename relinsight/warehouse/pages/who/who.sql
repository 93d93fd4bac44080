-- One row a colleague and one of these partners, or a partner at which one of these people has a function: their ties, how strong, how recent.
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
)
SELECT
    partner.name AS partner, tie_strength.partner AS partner_id, person.name AS person, tie_strength.employee_name AS employee,
    tie_strength.employee AS employee_id, kinds.kinds AS ties, kinds.contact_persons, tie_strength.stated_strength,
    tie_strength.strength, tie_strength.last_met AS last_contact, tie_strength.days_since AS last_contact_days
FROM fitting
JOIN tie_strength ON tie_strength.partner = fitting.partner
JOIN partner ON partner.id = fitting.partner
JOIN kinds ON kinds.partner = tie_strength.partner AND kinds.employee = tie_strength.employee
LEFT JOIN contact_person AS person ON person.id = fitting.person
ORDER BY partner.name, person.name, tie_strength.strength DESC, tie_strength.stated_strength DESC NULLS LAST, tie_strength.employee
