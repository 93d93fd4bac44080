-- One row an achieved contact moment of the counted days and a partner of it, with that partner's groups on the moment's own day.
SELECT
    contact.moment,
    contact.partner,
    partner.name,
    contact.day,
    contact.kind,
    contact.initiative,
    contact.occasion,
    contact.partners,
    coalesce(contact.initiative IN ('us', 'both') AND contact.occasion <> 'issue', FALSE) AS is_proactive,
    contact.in_portfolio,
    contact.tier,
    contact.sector,
    contact.cluster,
    contact.owner
FROM contact
JOIN partner ON partner.id = contact.partner
WHERE contact.day >= $first_day AND contact.day <= $last_day
