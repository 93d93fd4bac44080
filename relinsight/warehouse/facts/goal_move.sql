-- One row a current or late goal and a partner of it that came to be endorsed by both, or late, between the since day and the day.
WITH endorsed AS (
    SELECT goal, partner, max(answered_on) AS answered_on
    FROM goal_answer
    WHERE is_valid
    GROUP BY goal, partner
)
SELECT
    goal_day.goal,
    goal_day.partner,
    goal_day.title,
    CASE WHEN goal_day.is_late THEN 'goal_late' ELSE 'goal_endorsed' END AS change,
    CASE WHEN goal_day.is_late THEN goal_day.due_on ELSE endorsed.answered_on END AS since_day
FROM goal_day
LEFT JOIN goal_day_since ON goal_day_since.goal = goal_day.goal AND goal_day_since.partner = goal_day.partner
LEFT JOIN endorsed ON endorsed.goal = goal_day.goal AND endorsed.partner = goal_day.partner
WHERE (goal_day.is_late AND NOT coalesce(goal_day_since.is_late, FALSE))
    OR (
        goal_day.is_current
        AND goal_day.is_endorsed_by_both
        AND NOT coalesce(goal_day_since.is_endorsed_by_both, FALSE)
    )
