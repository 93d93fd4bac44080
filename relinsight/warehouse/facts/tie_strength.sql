-- One row an active partner and an employee with an active tie to it: how strong the tie is and since when they last met, also when they never did.
-- Keys: partner
-- Kept: each day
WITH met AS (
    SELECT
        partner,
        employee,
        sum(weight * power(0.5e0, date_diff('day', day, CAST($as_of AS DATE)) / $half_life_days)) AS strength,
        max(day) AS last_met
    FROM contact_attendance
    WHERE is_achieved AND employee IS NOT NULL AND day <= $as_of
    GROUP BY partner, employee
)
SELECT
    tied_colleague.partner,
    tied_colleague.employee,
    tied_colleague.employee_name,
    tied_colleague.stated_strength,
    coalesce(met.strength, 0e0) AS strength,
    met.last_met,
    date_diff('day', met.last_met, CAST($as_of AS DATE)) AS days_since
FROM tied_colleague
LEFT JOIN met ON met.partner = tied_colleague.partner AND met.employee = tied_colleague.employee
