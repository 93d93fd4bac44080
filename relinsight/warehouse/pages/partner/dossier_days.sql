-- One row: the partner, whatever the day, with its first and last day.
SELECT name, active_from, active_to
FROM partner
WHERE id = $partner
