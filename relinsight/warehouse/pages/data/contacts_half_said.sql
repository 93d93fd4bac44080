-- One row a contact of the counted days and a partner of it, where its initiative or its occasion is empty.
SELECT contact_counted.partner, contact_counted.moment, contact_counted.initiative IS NULL AS lacks_initiative
FROM contact_counted
JOIN partner_day ON partner_day.partner = contact_counted.partner
WHERE contact_counted.initiative IS NULL OR contact_counted.occasion IS NULL
ORDER BY contact_counted.partner, contact_counted.moment
