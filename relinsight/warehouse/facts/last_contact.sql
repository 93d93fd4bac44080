-- One row a partner that was ever reached: its last achieved contact up to the day; who, when and what come from that one moment.
-- Keys: partner
-- Shown: moment, day, kind, initiative, occasion, days_since
WITH placed AS (
    SELECT
        contact.partner, contact.moment, contact.day, contact.kind, contact.initiative, contact.occasion,
        row_number() OVER (PARTITION BY contact.partner ORDER BY contact.moment DESC) AS place
    FROM contact
    JOIN last_contact_day ON last_contact_day.partner = contact.partner AND last_contact_day.day = contact.day
)
SELECT partner, moment, day, kind, initiative, occasion, date_diff('day', day, CAST($as_of AS DATE)) AS days_since
FROM placed
WHERE place = 1
