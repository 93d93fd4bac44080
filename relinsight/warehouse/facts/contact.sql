-- One row an achieved contact moment up to the day and a partner of it.
-- Keys: partner
SELECT moment, partner, day, kind, initiative, occasion, partners, weight, in_portfolio, tier, sector, cluster, owner
FROM contact_ever
WHERE is_achieved AND day <= $as_of
