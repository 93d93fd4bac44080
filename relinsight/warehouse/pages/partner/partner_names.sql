-- One row a partner active on the day, whatever the filters: to be found by its name.
SELECT
    partner_day.partner, partner_day.name, partner_day.tier, partner_day.sector,
    employee.name AS owner_name, partner.place, chain.silence AS state
FROM partner_day
JOIN partner ON partner.id = partner_day.partner
LEFT JOIN employee ON employee.id = partner_day.owner
LEFT JOIN chain ON chain.partner = partner_day.partner
ORDER BY partner_day.name, partner_day.partner
