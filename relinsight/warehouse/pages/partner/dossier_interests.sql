-- One row a topic on which the partner took a position: its newest position and interest, and the themes that it shares with ours.
WITH newest AS (
    SELECT *, rank() OVER (PARTITION BY topic_id, coalesce(partner_id, '') ORDER BY day DESC NULLS LAST) AS place
    FROM interest
    WHERE (partner_id = $partner OR partner_id IS NULL) AND (day IS NULL OR day <= $as_of)
),
themed AS (
    SELECT DISTINCT newest.topic_id, interest_theme.theme, newest.partner_id IS NULL AS is_ours
    FROM newest
    JOIN interest_theme ON interest_theme.interest_id = newest.id
    WHERE newest.place = 1
),
shared AS (
    SELECT ours.topic_id, list_sort(list(ours.theme)) AS themes
    FROM themed AS ours
    JOIN themed AS theirs ON theirs.topic_id = ours.topic_id AND theirs.theme = ours.theme AND NOT theirs.is_ours
    WHERE ours.is_ours
    GROUP BY ours.topic_id
)
SELECT
    topic.title AS topic, newest.position, newest.underlying, newest.importance,
    coalesce(shared.themes, []) AS shared
FROM newest
JOIN topic ON topic.id = newest.topic_id
LEFT JOIN shared ON shared.topic_id = newest.topic_id
WHERE newest.place = 1 AND newest.partner_id = $partner
ORDER BY newest.importance DESC NULLS LAST, topic.title
