-- One row a partner and a day from which its activity, tier, sector, owner or cluster may be another than the day before.
-- Keys: partner
-- Kept: each day
SELECT id AS partner, DATE '0001-01-01' AS day FROM partner
UNION
SELECT id, active_from FROM partner WHERE active_from IS NOT NULL
UNION
SELECT id, active_to + 1 FROM partner WHERE active_to IS NOT NULL
UNION
SELECT ancestor.partner, partner_tier.from_date
FROM partner_tier
JOIN ancestor ON ancestor.ancestor = partner_tier.partner_id
WHERE partner_tier.from_date IS NOT NULL
UNION
SELECT ancestor.partner, partner_tier.to_date + 1
FROM partner_tier
JOIN ancestor ON ancestor.ancestor = partner_tier.partner_id
WHERE partner_tier.to_date IS NOT NULL
UNION
SELECT partner_id, from_date FROM partner_sector WHERE from_date IS NOT NULL
UNION
SELECT partner_id, to_date + 1 FROM partner_sector WHERE to_date IS NOT NULL
UNION
SELECT partner, first_day FROM tie_span WHERE kind = 'account_manager'
UNION
SELECT partner, last_day + 1 FROM tie_span WHERE kind = 'account_manager'
UNION
SELECT tie_span.partner, cluster_membership.from_date
FROM tie_span
JOIN cluster_membership ON cluster_membership.employee_id = tie_span.employee
WHERE tie_span.kind = 'account_manager' AND cluster_membership.from_date IS NOT NULL
UNION
SELECT tie_span.partner, cluster_membership.to_date + 1
FROM tie_span
JOIN cluster_membership ON cluster_membership.employee_id = tie_span.employee
WHERE tie_span.kind = 'account_manager' AND cluster_membership.to_date IS NOT NULL
