-- One row an open question of the partner: where in the house it is, and by when it should be answered.
SELECT
    question_day.question, question_day.asked_on, question_day.kind, question_day.subject,
    coalesce(referred.name, employee.name, concerned.name) AS place_name,
    question_day.answer_by AS due_on, question_day.is_late AS late
FROM question_day
LEFT JOIN referral_day ON referral_day.question = question_day.question
LEFT JOIN cluster AS referred ON referred.id = referral_day.cluster
LEFT JOIN employee ON employee.id = referral_day.employee
LEFT JOIN cluster AS concerned ON concerned.id = question_day.concerns_cluster
WHERE question_day.partner = $partner AND question_day.is_open
ORDER BY question_day.answer_by NULLS LAST, question_day.asked_on, question_day.question
