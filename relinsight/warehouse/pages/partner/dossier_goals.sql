-- One row a goal with the partner that is current on the day: where each side stands, its status and its day.
SELECT goal, title, horizon, our_answer AS us, their_answer AS them, is_endorsed_by_both AS "both", status, progress, due_on, is_current, is_late
FROM goal_day
WHERE partner = $partner AND is_current
ORDER BY horizon DESC, due_on NULLS LAST, title
