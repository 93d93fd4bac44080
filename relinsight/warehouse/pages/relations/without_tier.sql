-- One row a partner active on the day without a tier: its sector and owner, the one with most contacts up to the day first, then the one with the largest dealings.
WITH tally AS (
    SELECT partner, count(*) AS contacts
    FROM contact
    GROUP BY partner
),
sums AS (
    SELECT partner, sum(granted) AS granted, count(*) AS dealings
    FROM dealing_day
    GROUP BY partner
)
SELECT partner_day.partner, partner_day.name, partner_day.sector, owner.name AS owner_name
FROM partner_day
LEFT JOIN tally ON tally.partner = partner_day.partner
LEFT JOIN sums ON sums.partner = partner_day.partner
LEFT JOIN employee AS owner ON owner.id = partner_day.owner
WHERE NOT partner_day.in_portfolio
ORDER BY
    coalesce(tally.contacts, 0) DESC, sums.granted DESC NULLS LAST, coalesce(sums.dealings, 0) DESC,
    partner_day.name, partner_day.partner
