-- One row a dealing with the partner that is open on the day, or was opened in the recent years before it, as it was seen from the day.
SELECT
    dealing_day.dealing, dealing_day.role, dealing_day.title, dealing_day.reference, cluster.name AS cluster_name, dealing_day.year,
    dealing_day.granted, dealing_day.accounted, dealing_day.is_open, dealing_day.first_day
FROM dealing_day
LEFT JOIN cluster ON cluster.id = dealing_day.cluster
WHERE dealing_day.partner = $partner
    AND (dealing_day.is_open OR dealing_day.first_day > CAST($as_of AS DATE) - INTERVAL $recent_years YEAR)
ORDER BY dealing_day.is_open DESC, dealing_day.first_day DESC NULLS LAST, dealing_day.dealing
