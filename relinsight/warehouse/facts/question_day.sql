-- One row a question that an active partner asked up to the day: whether it is open, by when it should be answered, whether it is late.
-- Keys: partner
-- Kept: each day
-- Shown: question, partner, name, kind, subject, asked_on, answer_by, is_late
WITH asked AS (
    SELECT
        question.id AS question,
        question.partner_id AS partner,
        partner_day.name,
        question.kind,
        question.subject,
        question.asked_on,
        question.cluster_id AS concerns_cluster,
        question.employee_id AS received_by,
        CASE WHEN question.answered_on <= $as_of THEN question.answered_on END AS answered_on,
        coalesce(question.due_on, question.asked_on + partner_day.answer_days) AS answer_by,
        partner_day.in_portfolio,
        partner_day.tier,
        partner_day.sector,
        partner_day.cluster
    FROM question
    JOIN partner_day ON partner_day.partner = question.partner_id
    WHERE question.asked_on <= $as_of
)
SELECT
    *,
    answered_on IS NULL AS is_open,
    coalesce(answered_on IS NULL AND answer_by < $as_of, FALSE) AS is_late
FROM asked
