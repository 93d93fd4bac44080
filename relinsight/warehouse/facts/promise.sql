-- One row a partner of the portfolio and a promise of tier_policy: whether its tier is promised it, and whether it is kept (true where not promised).
-- Keys: partner
-- Shown: partner, name, tier, promise, is_promised, is_kept
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'rhythm_days' AS promise,
    rhythm_days IS NOT NULL AS is_promised,
    is_in_time AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'min_ties' AS promise,
    min_ties IS NOT NULL AS is_promised,
    has_ties AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'assessment_days' AS promise,
    assessment_days IS NOT NULL AS is_promised,
    is_assessed AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'needs_year_goal' AS promise,
    needs_year_goal AS is_promised,
    has_year_goal AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'needs_strategic_goal' AS promise,
    needs_strategic_goal AS is_promised,
    has_strategic_goal AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'endorsement_days' AS promise,
    endorsement_days IS NOT NULL AS is_promised,
    has_fresh_goals AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'answer_days' AS promise,
    answer_days IS NOT NULL AS is_promised,
    is_answered AS is_kept
FROM partner_standing
WHERE in_portfolio
