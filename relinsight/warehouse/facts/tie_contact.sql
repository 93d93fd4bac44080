-- One row an achieved contact moment up to the day, a partner of it, and an employee at it with an active tie to that partner.
-- Keys: partner
-- Shown: moment, day, kind, strength, days_since
SELECT
    tied_colleague.employee,
    tied_colleague.partner,
    tied_colleague.name,
    contact_strength.moment,
    contact_strength.day,
    contact_strength.kind,
    contact_strength.strength,
    date_diff('day', contact_strength.day, CAST($as_of AS DATE)) AS days_since,
    tied_colleague.in_portfolio,
    tied_colleague.tier,
    tied_colleague.sector,
    tied_colleague.cluster
FROM contact_strength
JOIN contact_moment_employee ON contact_moment_employee.contact_moment_id = contact_strength.moment
JOIN tied_colleague ON tied_colleague.partner = contact_strength.partner
    AND tied_colleague.employee = contact_moment_employee.employee_id
