-- One row an achieved contact moment of the counted days and a partner of it, with that partner's groups on the moment's own day.
SELECT
    contact.moment,
    contact.partner,
    partner.name,
    contact.day,
    contact.kind,
    contact.initiative,
    contact.occasion,
    coalesce(contact.initiative IN ('us', 'both') AND contact.occasion <> 'issue', FALSE) AS is_proactive,
    partner_span.is_active AND partner_span.tier IS NOT NULL AS in_portfolio,
    partner_span.tier,
    partner_span.sector,
    partner_span.cluster,
    partner_span.owner
FROM contact
JOIN partner ON partner.id = contact.partner
JOIN partner_span ON partner_span.partner = contact.partner
    AND partner_span.first_day <= contact.day
    AND partner_span.last_day >= contact.day
WHERE contact.day >= $first_day AND contact.day <= $last_day
