-- One row an achieved contact moment up to the day and a partner of it.
SELECT
    contact_moment.id AS moment,
    contact_moment_partner.partner_id AS partner,
    contact_moment.day,
    contact_moment.kind,
    contact_moment.initiative,
    contact_moment.occasion
FROM contact_moment
JOIN contact_moment_partner ON contact_moment_partner.contact_moment_id = contact_moment.id
WHERE contact_moment.achieved AND contact_moment.day <= $as_of
