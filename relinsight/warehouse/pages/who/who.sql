-- One row a colleague and a partner that the name fits, by itself, by an alias or by one of its people: their ties, how strong, how recent.
WITH fitting AS (
    SELECT partner_day.partner, CAST(NULL AS VARCHAR) AS person
    FROM partner_day
    WHERE contains(lower(partner_day.name), lower($name))
        OR partner_day.partner IN (SELECT partner_id FROM partner_alias WHERE contains(lower(alias), lower($name)))
    UNION
    SELECT function_day.partner, contact_person.id AS person
    FROM function_day
    JOIN contact_person ON contact_person.id = function_day.contact_person
    WHERE contains(lower(contact_person.name), lower($name))
),
kinds AS (
    SELECT
        tie_day.partner, tie_day.employee, string_agg(DISTINCT tie_day.kind, ', ' ORDER BY tie_day.kind) AS kinds,
        string_agg(DISTINCT contact_person.name, ', ' ORDER BY contact_person.name) AS contact_persons
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
