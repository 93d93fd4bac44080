-- One row a goal that started and an active partner of it: its state on the day, and where each side stands.
-- Keys: partner
-- Kept: each day
-- Shown: goal, partner, name, title, horizon, due_on, status, our_answer, their_answer
SELECT
    goal.id AS goal,
    goal_partner.partner_id AS partner,
    partner_day.name,
    goal.title,
    goal.horizon,
    goal.kind,
    goal.starts_on,
    goal.due_on,
    goal_state.status,
    goal_state.progress,
    goal_state.updated_on,
    (goal.due_on IS NULL OR goal.due_on >= $as_of) AND coalesce(goal_state.status, '') <> 'dropped' AS is_current,
    coalesce(goal.due_on < $as_of, FALSE) AND coalesce(goal_state.status, '') NOT IN ('achieved', 'dropped') AS is_late,
    coalesce(ours.answer, 'none') AS our_answer,
    coalesce(theirs.answer, 'none') AS their_answer,
    coalesce(ours.endorses AND theirs.endorses, FALSE) AS is_endorsed_by_both,
    coalesce(ours.went_stale, FALSE) OR coalesce(theirs.went_stale, FALSE) AS went_stale,
    partner_day.in_portfolio,
    partner_day.tier,
    partner_day.sector,
    partner_day.cluster
FROM goal
JOIN goal_partner ON goal_partner.goal_id = goal.id
JOIN partner_day ON partner_day.partner = goal_partner.partner_id
LEFT JOIN goal_state ON goal_state.goal = goal.id
LEFT JOIN goal_side AS ours ON ours.goal = goal.id AND ours.partner = goal_partner.partner_id AND ours.side = 'us'
LEFT JOIN goal_side AS theirs ON theirs.goal = goal.id AND theirs.partner = goal_partner.partner_id AND theirs.side = 'partner'
WHERE goal.starts_on IS NULL OR goal.starts_on <= $as_of
