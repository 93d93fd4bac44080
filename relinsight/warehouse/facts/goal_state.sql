-- One row a goal that was ever updated up to the day: its newest update.
-- Keys: goal
WITH placed AS (
    SELECT *, row_number() OVER (PARTITION BY goal_id ORDER BY day DESC) AS place
    FROM goal_update
    WHERE day <= $as_of
)
SELECT goal_id AS goal, day AS updated_on, status, progress, blocker
FROM placed
WHERE place = 1
