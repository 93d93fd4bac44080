-- One row a dealing opened up to the day, as it is seen from the day: what was decided or settled later is not known yet.
-- Keys: partner
-- Kept: each day
-- Shown: dealing, partner, organisation, role, title, first_day, last_day, requested, granted
SELECT
    dealing.id AS dealing,
    dealing.partner_id AS partner,
    dealing.organisation,
    dealing.role,
    dealing.cluster_id AS cluster,
    dealing.reference,
    dealing.title,
    dealing.year,
    dealing_span.first_day,
    dealing_span.last_day,
    dealing_span.last_day IS NULL OR dealing_span.last_day >= $as_of AS is_open,
    partner_day.partner IS NOT NULL AS is_of_active_partner,
    dealing.requested,
    CASE WHEN dealing.decided_on IS NULL OR dealing.decided_on <= $as_of THEN dealing.granted END AS granted,
    CASE WHEN dealing.decided_on IS NULL OR dealing.decided_on <= $as_of THEN dealing.outcome END AS outcome,
    CASE WHEN dealing.closed_on IS NULL OR dealing.closed_on <= $as_of THEN dealing.settled END AS settled,
    CASE WHEN dealing.accounted_on IS NULL OR dealing.accounted_on <= $as_of THEN dealing.accounted END AS accounted,
    CASE WHEN dealing.accounted_on <= $as_of THEN dealing.accounted_on END AS accounted_on
FROM dealing
JOIN dealing_span ON dealing_span.dealing = dealing.id
LEFT JOIN partner_day ON partner_day.partner = dealing.partner_id
WHERE dealing_span.first_day IS NULL OR dealing_span.first_day <= $as_of
