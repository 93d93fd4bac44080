-- One row a tie that is active on the day with a partner active on the day.
-- Keys: partner
-- Kept: each day
SELECT
    tie_span.tie,
    tie_span.employee,
    tie_span.partner,
    tie_span.contact_person,
    tie_span.kind,
    tie_span.stated_strength,
    tie_span.first_day
FROM tie_span
JOIN partner_day ON partner_day.partner = tie_span.partner
WHERE tie_span.first_day <= $as_of AND tie_span.last_day >= $as_of
