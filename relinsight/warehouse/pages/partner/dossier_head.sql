-- One row: the partner, active on the day, with its tier, sector, owner and what it was promised.
SELECT
    partner_standing.partner, partner_standing.name, partner.about, partner.place, partner.website, partner.active_to,
    partner_standing.tier, CASE WHEN partner_standing.tier_is_inherited THEN parent.name END AS tier_from_name,
    partner_standing.sector, owner.name AS owner_name, cluster.name AS cluster_name,
    partner_standing.rhythm_days, partner_standing.min_ties, partner_standing.assessment_days, partner_standing.endorsement_days,
    partner_standing.answer_days, partner_standing.needs_year_goal, partner_standing.needs_strategic_goal,
    partner_standing.last_contact_day AS last_day, partner_standing.days_since_contact AS days,
    partner_standing.contact_persons AS persons, chain.chain_break
FROM partner_standing
JOIN partner ON partner.id = partner_standing.partner
LEFT JOIN partner AS parent ON parent.id = partner_standing.tier_of
LEFT JOIN chain ON chain.partner = partner_standing.partner
LEFT JOIN employee AS owner ON owner.id = partner_standing.owner
LEFT JOIN cluster ON cluster.id = partner_standing.cluster
WHERE partner_standing.partner = $partner
