-- One row a kind of record and a month up to the day: how many bear a day in it, and the newest of these days.
WITH recorded AS (
    SELECT 'position' AS kind, interest.day FROM interest
    UNION ALL
    SELECT 'guest' AS kind, event.day FROM attendance JOIN event ON event.id = attendance.event_id
    UNION ALL
    SELECT 'endorsement' AS kind, endorsement.answered_on AS day FROM endorsement
    UNION ALL
    SELECT 'tie' AS kind, tie.from_date AS day FROM tie
    UNION ALL
    SELECT 'goal_update' AS kind, goal_update.day FROM goal_update
    UNION ALL
    SELECT 'assessment' AS kind, assessment.day FROM assessment
    UNION ALL
    SELECT 'dealing' AS kind, coalesce(dealing.opened_on, dealing.decided_on, dealing.closed_on) AS day FROM dealing
    UNION ALL
    SELECT 'contact' AS kind, contact_moment.day FROM contact_moment
    UNION ALL
    SELECT 'question' AS kind, question.asked_on AS day FROM question
)
SELECT recorded.kind, CAST(date_trunc('month', recorded.day) AS DATE) AS month, count(*) AS records, max(recorded.day) AS newest
FROM recorded
WHERE recorded.day <= $as_of
GROUP BY recorded.kind, CAST(date_trunc('month', recorded.day) AS DATE)
ORDER BY recorded.kind, month
