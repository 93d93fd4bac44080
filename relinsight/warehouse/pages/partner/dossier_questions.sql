-- One row an open question of the partner: where in the house it is, and by when it should be answered.
WITH step AS (
    SELECT
        question_id AS question,
        to_cluster_id AS cluster,
        to_employee_id AS employee,
        row_number() OVER (PARTITION BY question_id ORDER BY referral.step DESC) AS place
    FROM referral
    WHERE referred_on <= $as_of AND (returned_on IS NULL OR returned_on > $as_of)
)
SELECT
    question_day.question, question_day.asked_on, question_day.kind, question_day.subject,
    coalesce(referred.name, employee.name, concerned.name) AS place_name,
    question_day.answer_by AS due_on, question_day.is_late AS late
FROM question_day
LEFT JOIN step ON step.question = question_day.question AND step.place = 1
LEFT JOIN cluster AS referred ON referred.id = step.cluster
LEFT JOIN employee ON employee.id = step.employee
LEFT JOIN cluster AS concerned ON concerned.id = question_day.concerns_cluster
WHERE question_day.partner = $partner AND question_day.is_open
ORDER BY question_day.answer_by NULLS LAST, question_day.asked_on, question_day.question
