-- One row a topic on which the partner took a position: its newest position and interest, and the themes that it shares with ours.
WITH newest AS (
    SELECT *, rank() OVER (PARTITION BY topic_id, coalesce(partner_id, '') ORDER BY day DESC NULLS LAST) AS place
    FROM interest
    WHERE (partner_id = $partner OR partner_id IS NULL) AND (day IS NULL OR day <= $as_of)
),
own AS (
    SELECT topic_id, list(DISTINCT theme) AS themes
    FROM newest JOIN interest_theme ON interest_theme.interest_id = newest.id
    WHERE place = 1 AND partner_id IS NULL
    GROUP BY topic_id
),
theirs AS (
    SELECT topic_id, list(DISTINCT theme) AS themes
    FROM newest JOIN interest_theme ON interest_theme.interest_id = newest.id
    WHERE place = 1 AND partner_id IS NOT NULL
    GROUP BY topic_id
)
SELECT
    topic.title AS topic, newest.position, newest.underlying, newest.importance,
    list_sort(list_intersect(own.themes, theirs.themes)) AS shared
FROM newest
JOIN topic ON topic.id = newest.topic_id
LEFT JOIN own ON own.topic_id = newest.topic_id
LEFT JOIN theirs ON theirs.topic_id = newest.topic_id
WHERE newest.place = 1 AND newest.partner_id = $partner
ORDER BY newest.importance DESC NULLS LAST, topic.title
