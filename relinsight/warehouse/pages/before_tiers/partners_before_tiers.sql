-- One row a partner active on the day: its contacts and dealings up to the day, and the amounts of those that are open, empty where none is known.
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
    partner_contacts.partner, partner_contacts.name, partner_contacts.sector,
    partner_contacts.contacts, partner_contacts.last_contact_day AS last_contact,
    partner_contacts.met, partner_contacts.people, partner_contacts.met_by, partner_contacts.colleagues,
    coalesce(sums.open, 0) AS open, coalesce(sums.dealings, 0) AS dealings,
    sums.requested, sums.granted, sums.settled
FROM partner_contacts
LEFT JOIN sums ON sums.partner = partner_contacts.partner
ORDER BY contacts DESC, open DESC, sums.granted DESC NULLS LAST, partner_contacts.name, partner_contacts.partner
