-- One row a partner that was ever reached: the day of its last achieved contact up to the day.
-- Keys: partner
-- Kept: each day
SELECT partner, max(day) AS day, date_diff('day', max(day), CAST($as_of AS DATE)) AS days_since
FROM contact
GROUP BY partner
