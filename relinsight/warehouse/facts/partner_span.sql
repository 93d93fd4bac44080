-- One row a partner and a run of days on which its activity, tier (own or inherited), primary sector, owner and cluster stay the same.
-- Keys: partner, tier_of
-- Stored: by partner
WITH tiered AS (
    SELECT
        partner_edge.partner,
        partner_edge.day,
        partner_tier.tier,
        ancestor.ancestor AS tier_of,
        row_number() OVER (
            PARTITION BY partner_edge.partner, partner_edge.day
            ORDER BY ancestor.steps, partner_tier.from_date DESC NULLS LAST
        ) AS place
    FROM partner_edge
    JOIN ancestor ON ancestor.partner = partner_edge.partner
    JOIN partner_tier ON partner_tier.partner_id = ancestor.ancestor
        AND (partner_tier.from_date IS NULL OR partner_tier.from_date <= partner_edge.day)
        AND (partner_tier.to_date IS NULL OR partner_tier.to_date >= partner_edge.day)
),
sectored AS (
    SELECT
        partner_edge.partner,
        partner_edge.day,
        partner_sector.sector_id AS sector,
        row_number() OVER (
            PARTITION BY partner_edge.partner, partner_edge.day
            ORDER BY partner_sector.from_date DESC NULLS LAST, partner_sector.sector_id
        ) AS place
    FROM partner_edge
    JOIN partner_sector ON partner_sector.partner_id = partner_edge.partner
        AND partner_sector.is_primary
        AND (partner_sector.from_date IS NULL OR partner_sector.from_date <= partner_edge.day)
        AND (partner_sector.to_date IS NULL OR partner_sector.to_date >= partner_edge.day)
),
owned AS (
    SELECT
        partner_edge.partner,
        partner_edge.day,
        tie_span.tie AS owner_tie,
        tie_span.employee AS owner,
        cluster_membership.cluster_id AS cluster,
        row_number() OVER (
            PARTITION BY partner_edge.partner, partner_edge.day
            ORDER BY
                tie_span.first_day DESC,
                tie_span.tie,
                cluster_membership.from_date DESC NULLS LAST,
                cluster_membership.cluster_id
        ) AS place
    FROM partner_edge
    JOIN tie_span ON tie_span.partner = partner_edge.partner
        AND tie_span.kind = 'account_manager'
        AND tie_span.first_day <= partner_edge.day
        AND tie_span.last_day >= partner_edge.day
    LEFT JOIN cluster_membership ON cluster_membership.employee_id = tie_span.employee
        AND (cluster_membership.from_date IS NULL OR cluster_membership.from_date <= partner_edge.day)
        AND (cluster_membership.to_date IS NULL OR cluster_membership.to_date >= partner_edge.day)
)
SELECT
    partner_edge.partner,
    partner_edge.day AS first_day,
    lead(partner_edge.day, 1, DATE '9999-12-31')
        OVER (PARTITION BY partner_edge.partner ORDER BY partner_edge.day) - 1 AS last_day,
    (partner.active_from IS NULL OR partner.active_from <= partner_edge.day)
        AND (partner.active_to IS NULL OR partner.active_to >= partner_edge.day) AS is_active,
    tiered.tier,
    tiered.tier_of,
    sectored.sector,
    owned.owner,
    owned.owner_tie,
    owned.cluster
FROM partner_edge
JOIN partner ON partner.id = partner_edge.partner
LEFT JOIN tiered ON tiered.partner = partner_edge.partner AND tiered.day = partner_edge.day AND tiered.place = 1
LEFT JOIN sectored ON sectored.partner = partner_edge.partner AND sectored.day = partner_edge.day AND sectored.place = 1
LEFT JOIN owned ON owned.partner = partner_edge.partner AND owned.day = partner_edge.day AND owned.place = 1
