-- One row a partner of the portfolio and a promise of tier_policy: whether its tier is promised it, and whether it is kept (true where not promised).
-- Keys: partner
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'rhythm_days' AS promise,
    rhythm_days IS NOT NULL AS is_promised,
    rhythm_days IS NULL OR coalesce(days_since_contact <= rhythm_days, FALSE) AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'min_ties' AS promise,
    min_ties IS NOT NULL AS is_promised,
    min_ties IS NULL OR tied_employees >= min_ties AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'assessment_days' AS promise,
    assessment_days IS NOT NULL AS is_promised,
    assessment_days IS NULL OR is_assessed_by_both AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'needs_year_goal' AS promise,
    needs_year_goal AS is_promised,
    NOT needs_year_goal OR goals_endorsed_year > 0 AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'needs_strategic_goal' AS promise,
    needs_strategic_goal AS is_promised,
    NOT needs_strategic_goal OR goals_endorsed_strategic > 0 AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'endorsement_days' AS promise,
    endorsement_days IS NOT NULL AS is_promised,
    endorsement_days IS NULL OR goals_gone_stale = 0 AS is_kept
FROM partner_standing
WHERE in_portfolio
UNION ALL
SELECT
    partner, name, tier, sector, cluster, in_portfolio,
    'answer_days' AS promise,
    answer_days IS NOT NULL AS is_promised,
    answer_days IS NULL OR questions_late = 0 AS is_kept
FROM partner_standing
WHERE in_portfolio
