-- One row a day up to the day on which the partner had an achieved contact.
SELECT DISTINCT day
FROM contact_attendance
WHERE partner = $partner AND is_achieved AND day <= $as_of
ORDER BY day
