-- One row a dealing and the days on which it is open; with a year only, from 1 January to 31 December.
-- Keys: partner
-- Kept: each day
SELECT
    id AS dealing,
    partner_id AS partner,
    organisation,
    role,
    cluster_id AS cluster,
    coalesce(opened_on, make_date(year, 1, 1)) AS first_day,
    coalesce(closed_on, CASE WHEN opened_on IS NULL THEN make_date(year, 12, 31) END) AS last_day
FROM dealing
