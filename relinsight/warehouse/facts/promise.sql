-- One row a partner of the portfolio and a promise of tier_policy: whether its tier is promised it, and whether it is kept (true where not promised).
-- Keys: partner
-- Shown: partner, name, tier, promise, is_promised, is_kept
SELECT
    partner_standing.partner,
    partner_standing.name,
    partner_standing.tier,
    partner_standing.sector,
    partner_standing.cluster,
    partner_standing.in_portfolio,
    promises.promise,
    CASE promises.promise
        WHEN 'rhythm_days' THEN partner_standing.rhythm_days IS NOT NULL
        WHEN 'min_ties' THEN partner_standing.min_ties IS NOT NULL
        WHEN 'assessment_days' THEN partner_standing.assessment_days IS NOT NULL
        WHEN 'needs_year_goal' THEN partner_standing.needs_year_goal
        WHEN 'needs_strategic_goal' THEN partner_standing.needs_strategic_goal
        WHEN 'endorsement_days' THEN partner_standing.endorsement_days IS NOT NULL
        WHEN 'answer_days' THEN partner_standing.answer_days IS NOT NULL
    END AS is_promised,
    CASE promises.promise
        WHEN 'rhythm_days' THEN partner_standing.is_in_time
        WHEN 'min_ties' THEN partner_standing.has_ties
        WHEN 'assessment_days' THEN partner_standing.is_assessed
        WHEN 'needs_year_goal' THEN partner_standing.has_year_goal
        WHEN 'needs_strategic_goal' THEN partner_standing.has_strategic_goal
        WHEN 'endorsement_days' THEN partner_standing.has_fresh_goals
        WHEN 'answer_days' THEN partner_standing.is_answered
    END AS is_kept
FROM partner_standing
CROSS JOIN (
    VALUES
    ('rhythm_days'),
    ('min_ties'),
    ('assessment_days'),
    ('needs_year_goal'),
    ('needs_strategic_goal'),
    ('endorsement_days'),
    ('answer_days')
) AS promises (promise)
WHERE partner_standing.in_portfolio
