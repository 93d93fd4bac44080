-- One row a partner active on the day: its dealings up to the day and the amounts of those that are open, empty where none is known.
WITH sums AS (
    SELECT
        partner,
        count(*) AS dealings,
        count(*) FILTER (WHERE is_open) AS open,
        sum(requested) FILTER (WHERE is_open) AS requested,
        sum(granted) FILTER (WHERE is_open) AS granted,
        sum(settled) FILTER (WHERE is_open) AS settled
    FROM dealing_day
    GROUP BY partner
)
SELECT
    partner_day.partner, partner_day.name, partner_day.sector,
    coalesce(sums.open, 0) AS open, coalesce(sums.dealings, 0) AS dealings,
    sums.requested, sums.granted, sums.settled
FROM partner_day
LEFT JOIN sums ON sums.partner = partner_day.partner
ORDER BY open DESC, sums.granted DESC NULLS LAST, partner_day.name, partner_day.partner
