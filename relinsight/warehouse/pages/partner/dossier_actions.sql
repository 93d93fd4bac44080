-- One row an action about the partner that is open on the day or was done in the counted days.
SELECT action.id, action.title, employee.name AS employee_name, action.due_on,
    CASE WHEN action.done_on <= $as_of THEN action.done_on END AS done_on
FROM action
LEFT JOIN employee ON employee.id = action.employee_id
LEFT JOIN review ON review.id = action.review_id
LEFT JOIN contact_moment ON contact_moment.id = action.contact_moment_id
WHERE action.partner_id = $partner
    AND (action.done_on IS NULL OR action.done_on > $as_of OR action.done_on >= $first_day)
    AND coalesce(review.day, contact_moment.day, $as_of) <= $as_of
ORDER BY done_on NULLS FIRST, action.due_on NULLS LAST, action.id
