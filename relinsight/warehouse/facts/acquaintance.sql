-- One row a partner and an employee who met in an achieved contact up to the day, with or without a tie: how often, how strong, when last.
-- Keys: partner
SELECT
    partner,
    employee,
    count(*) AS contacts,
    sum(weight * power(0.5e0, date_diff('day', day, CAST($as_of AS DATE)) / $half_life_days)) AS strength,
    max(day) AS last_met
FROM contact_attendance
WHERE is_achieved AND employee IS NOT NULL AND day <= $as_of
GROUP BY partner, employee
