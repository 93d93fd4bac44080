-- One row a partner that was ever reached: its last achieved contact up to the day; who, when and what come from that one moment.
WITH newest AS (
    SELECT partner, max(day) AS day
    FROM contact
    GROUP BY partner
),
one AS (
    SELECT contact.partner, newest.day, max(contact.moment) AS moment
    FROM contact
    JOIN newest ON newest.partner = contact.partner AND newest.day = contact.day
    GROUP BY contact.partner, newest.day
)
SELECT
    one.partner,
    one.moment,
    one.day,
    contact_moment.kind,
    contact_moment.initiative,
    contact_moment.occasion,
    date_diff('day', one.day, CAST($as_of AS DATE)) AS days_since
FROM one
JOIN contact_moment ON contact_moment.id = one.moment
