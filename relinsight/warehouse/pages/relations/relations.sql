-- One row a partner of the portfolio: how it stands on the day, most pressing first; a link is empty where it is not promised.
SELECT
    chain.partner, chain.name, chain.tier, chain.tier_weight, chain.sector,
    chain.owner, owner.name AS owner_name, chain.cluster, cluster.name AS cluster_name,
    chain.silence AS state, chain.days_since_contact AS days, chain.rhythm_days AS promised, chain.overdue_ratio AS ratio,
    chain.has_owner AS link_owner,
    chain.has_contact_person AS link_contact_person,
    CASE WHEN chain.is_contact_promised THEN chain.is_in_time END AS link_in_time,
    CASE WHEN chain.is_assessment_promised THEN chain.is_assessed END AS link_assessed,
    CASE WHEN chain.is_goal_promised THEN chain.has_goals END AS link_goals,
    chain.is_contact_promised AND chain.is_assessment_promised AND chain.is_goal_promised AS promises_all,
    chain.chain_break, chain.broken_since, chain.is_uncovered AS uncovered, chain.uncovered_rank AS rank, chain.at_stake,
    chain.tied_employees AS ties, chain.goals_endorsed, chain.goals_late, chain.questions_open, chain.questions_late,
    best_placed.employee_name AS best_name, best_placed.last_met AS best_last
FROM chain
LEFT JOIN best_placed ON best_placed.partner = chain.partner
LEFT JOIN cluster ON cluster.id = chain.cluster
LEFT JOIN employee AS owner ON owner.id = chain.owner
ORDER BY chain.tier, chain.uncovered_rank NULLS LAST, chain.overdue_ratio DESC NULLS LAST, chain.name, chain.partner
