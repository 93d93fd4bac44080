-- One row a partner of the portfolio: the five links of the chain, true where kept or not promised, and its silence.
-- Keys: partner, tier_of
SELECT
    *,
    rhythm_days IS NOT NULL AS is_contact_promised,
    assessment_days IS NOT NULL AS is_assessment_promised,
    needs_year_goal OR needs_strategic_goal AS is_goal_promised,
    owner IS NOT NULL AS has_owner,
    contact_persons > 0 AS has_contact_person,
    rhythm_days IS NULL OR coalesce(days_since_contact <= rhythm_days, FALSE) AS is_in_time,
    assessment_days IS NULL OR is_assessed_by_both AS is_assessed,
    (NOT needs_year_goal OR goals_endorsed_year > 0)
        AND (NOT needs_strategic_goal OR goals_endorsed_strategic > 0) AS has_goals,
    days_since_contact / CAST(rhythm_days AS DOUBLE) AS overdue_ratio,
    CASE
        WHEN days_since_contact IS NULL THEN 'never'
        WHEN rhythm_days IS NULL THEN 'not_promised'
        WHEN days_since_contact <= rhythm_days THEN 'in_time'
        WHEN days_since_contact <= 1.5 * rhythm_days THEN 'cooling'
        WHEN days_since_contact <= 3 * rhythm_days THEN 'dormant'
        ELSE 'lost'
    END AS silence,
    goals_current + dealings_open AS at_stake
FROM partner_standing
WHERE in_portfolio
