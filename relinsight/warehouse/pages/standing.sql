-- One row a partner of the portfolio: how it stands on the day, most pressing first.
SELECT
    chain.partner, chain.name, chain.tier, chain.tier_is_inherited, chain.sector, sector.name AS sector_name,
    chain.owner, owner.name AS owner_name, chain.cluster, cluster.name AS cluster_name,
    chain.silence AS state, chain.days_since_contact AS days, chain.last_contact_day AS last_day,
    chain.rhythm_days AS promised, chain.overdue_ratio AS ratio,
    CAST(chain.has_owner AS INTEGER) AS link_owner,
    CAST(chain.has_contact_person AS INTEGER) AS link_contact_person,
    CASE WHEN chain.is_contact_promised THEN CAST(chain.is_in_time AS INTEGER) END AS link_in_time,
    CASE WHEN chain.is_assessment_promised THEN CAST(chain.is_assessed AS INTEGER) END AS link_assessed,
    CASE WHEN chain.is_goal_promised THEN CAST(chain.has_goals AS INTEGER) END AS link_goals,
    chain.is_contact_promised AND chain.is_assessment_promised AND chain.is_goal_promised AS promises_all,
    chain.chain_break, chain.broken_since, chain.is_uncovered AS uncovered, chain.uncovered_rank AS rank, chain.at_stake,
    chain.tied_employees AS ties, chain.goals_current, chain.goals_endorsed, chain.goals_late, chain.questions_open, chain.questions_late,
    best_placed.employee_name AS best_name, best_placed.last_met AS best_last
FROM chain
LEFT JOIN best_placed ON best_placed.partner = chain.partner
LEFT JOIN sector ON sector.id = chain.sector
LEFT JOIN cluster ON cluster.id = chain.cluster
LEFT JOIN employee AS owner ON owner.id = chain.owner
ORDER BY chain.tier, chain.uncovered_rank NULLS LAST, chain.overdue_ratio DESC NULLS LAST, chain.name, chain.partner
