-- One row an active partner and an employee with an active tie to it: how strong the tie is and since when they last met, also when they never did.
-- Keys: partner
-- Kept: each day
SELECT
    tied_colleague.partner,
    tied_colleague.employee,
    tied_colleague.employee_name,
    tied_colleague.stated_strength,
    coalesce(acquaintance.strength, 0e0) AS strength,
    acquaintance.last_met,
    date_diff('day', acquaintance.last_met, CAST($as_of AS DATE)) AS days_since
FROM tied_colleague
LEFT JOIN acquaintance ON acquaintance.partner = tied_colleague.partner AND acquaintance.employee = tied_colleague.employee
