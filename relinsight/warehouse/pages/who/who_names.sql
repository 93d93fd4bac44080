-- One row a name under which somebody may look for a partner active on the day: its own, an alias, or that of one of its people.
SELECT partner_day.partner, CAST(NULL AS VARCHAR) AS person, partner_day.name
FROM partner_day
UNION ALL
SELECT partner_day.partner, CAST(NULL AS VARCHAR) AS person, partner_alias.alias AS name
FROM partner_day
JOIN partner_alias ON partner_alias.partner_id = partner_day.partner
UNION ALL
SELECT function_day.partner, contact_person.id AS person, contact_person.name
FROM function_day
JOIN contact_person ON contact_person.id = function_day.contact_person
