-- One row a contact person active on the day and a partner at which that person has a function on the day.
-- Keys: partner
-- Kept: each day
SELECT DISTINCT contact_person, partner
FROM function_held
