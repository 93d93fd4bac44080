-- One row a partner of the portfolio: the five links of the chain, true where kept or not promised, and its silence.
-- Keys: partner, tier_of
SELECT
    *,
    rhythm_days IS NOT NULL AS is_contact_promised,
    assessment_days IS NOT NULL AS is_assessment_promised,
    needs_year_goal OR needs_strategic_goal AS is_goal_promised,
    owner IS NOT NULL AS has_owner,
    contact_persons > 0 AS has_contact_person,
    has_year_goal AND has_strategic_goal AS has_goals,
    days_since_contact / CAST(rhythm_days AS DOUBLE) AS overdue_ratio,
    CASE
        WHEN days_since_contact IS NULL THEN 'never'
        WHEN rhythm_days IS NULL THEN 'not_promised'
        WHEN is_in_time THEN 'in_time'
        WHEN days_since_contact <= $cooling_up_to * rhythm_days THEN 'cooling'
        WHEN days_since_contact <= $dormant_up_to * rhythm_days THEN 'dormant'
        ELSE 'lost'
    END AS silence,
    goals_current + dealings_open AS at_stake
FROM partner_standing
WHERE in_portfolio
