-- One row an achieved contact moment up to the day and a partner of it: what the moment still weighs, shared by its partners.
-- Keys: partner
-- Shown: moment, day, kind, strength
SELECT
    moment,
    partner,
    day,
    kind,
    weight * power(0.5e0, date_diff('day', day, CAST($as_of AS DATE)) / $half_life_days) AS strength
FROM contact
