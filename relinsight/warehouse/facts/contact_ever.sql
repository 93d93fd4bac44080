-- One row a contact moment, whenever it was, and a partner of it: whether it was achieved, how many partners it had, this one's share of its weight, and this one's groups on the moment's own day.
-- Keys: partner
-- Stored: by day
WITH company AS (
    SELECT contact_moment_id AS moment, count(*) AS partners
    FROM contact_moment_partner
    GROUP BY contact_moment_id
)
SELECT
    contact_moment.id AS moment,
    contact_moment_partner.partner_id AS partner,
    contact_moment.day,
    contact_moment.kind,
    contact_moment.initiative,
    contact_moment.occasion,
    coalesce(contact_moment.achieved, FALSE) AS is_achieved,
    CAST(company.partners AS INTEGER) AS partners,
    coalesce(contact_weight.weight, 0e0) / company.partners AS weight,
    partner_span.is_active AND partner_span.tier IS NOT NULL AS in_portfolio,
    partner_span.tier,
    partner_span.sector,
    partner_span.cluster,
    partner_span.owner
FROM contact_moment
JOIN contact_moment_partner ON contact_moment_partner.contact_moment_id = contact_moment.id
JOIN company ON company.moment = contact_moment.id
JOIN partner_span ON partner_span.partner = contact_moment_partner.partner_id
    AND partner_span.first_day <= contact_moment.day
    AND partner_span.last_day >= contact_moment.day
LEFT JOIN contact_weight ON contact_weight.kind = contact_moment.kind
