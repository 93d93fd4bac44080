-- One row a partner active on the day: its tier and whose it is, sector, owner and cluster, and what its tier is promised.
-- Keys: partner, tier_of
-- Kept: each day
-- Shown: partner, name, tier, tier_of, sector, owner, cluster
SELECT
    partner_span.partner,
    partner.name,
    partner_span.tier,
    partner_span.tier_of,
    coalesce(partner_span.tier_of <> partner_span.partner, FALSE) AS tier_is_inherited,
    partner_span.tier IS NOT NULL AS in_portfolio,
    partner_span.sector,
    partner_span.owner,
    partner_span.owner_tie,
    partner_span.cluster,
    policy_day.rhythm_days,
    policy_day.min_ties,
    policy_day.assessment_days,
    coalesce(policy_day.needs_year_goal, FALSE) AS needs_year_goal,
    coalesce(policy_day.needs_strategic_goal, FALSE) AS needs_strategic_goal,
    policy_day.endorsement_days,
    policy_day.answer_days
FROM partner_span
JOIN partner ON partner.id = partner_span.partner
LEFT JOIN policy_day ON policy_day.tier = partner_span.tier
WHERE partner_span.is_active AND partner_span.first_day <= $as_of AND partner_span.last_day >= $as_of
