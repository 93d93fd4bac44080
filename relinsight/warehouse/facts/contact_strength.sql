-- One row an achieved contact moment up to the day and a partner of it: what the moment still weighs, shared by its partners.
SELECT
    contact.moment,
    contact.partner,
    contact.day,
    contact.kind,
    coalesce(contact_weight.weight, 0e0) / contact.partners
        * power(0.5e0, date_diff('day', contact.day, CAST($as_of AS DATE)) / 90e0) AS strength
FROM contact
LEFT JOIN contact_weight ON contact_weight.kind = contact.kind
