-- One row an achieved contact moment up to the day and a partner of it: what the moment still weighs, shared by its partners.
WITH company AS (
    SELECT contact_moment_id AS moment, count(*) AS partners
    FROM contact_moment_partner
    GROUP BY contact_moment_id
)
SELECT
    contact.moment,
    contact.partner,
    contact.day,
    contact.kind,
    coalesce(contact_weight.weight, 0e0) / company.partners
        * power(0.5e0, date_diff('day', contact.day, CAST($as_of AS DATE)) / 90e0) AS strength
FROM contact
JOIN company ON company.moment = contact.moment
LEFT JOIN contact_weight ON contact_weight.kind = contact.kind
