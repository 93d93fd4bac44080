-- One row a counted contact and a partner of it, with the partner's name: to be shown.
-- Keys: partner, moment
-- Shown: moment, day, kind, initiative, occasion, partners
SELECT contact_counted.*, partner.name
FROM contact_counted
JOIN partner ON partner.id = contact_counted.partner
