-- One row an employee who owns a partner on the day.
SELECT DISTINCT employee.id, employee.name
FROM tie
JOIN employee ON employee.id = tie.employee_id
WHERE tie.kind = 'account_manager'
    AND (tie.from_date IS NULL OR tie.from_date <= $as_of)
    AND (tie.to_date IS NULL OR tie.to_date >= $as_of)
    AND (employee.active_from IS NULL OR employee.active_from <= $as_of)
    AND (employee.active_to IS NULL OR employee.active_to >= $as_of)
ORDER BY employee.name, employee.id
