-- One row an employee active on the day, with the cluster of that day.
-- Keys: none
-- Kept: each day
WITH member AS (
    SELECT
        employee_id,
        cluster_id,
        row_number() OVER (PARTITION BY employee_id ORDER BY from_date DESC NULLS LAST, cluster_id) AS place
    FROM cluster_membership
    WHERE (from_date IS NULL OR from_date <= $as_of) AND (to_date IS NULL OR to_date >= $as_of)
)
SELECT employee.id AS employee, employee.name, employee.job, member.cluster_id AS cluster
FROM employee
LEFT JOIN member ON member.employee_id = employee.id AND member.place = 1
WHERE (employee.active_from IS NULL OR employee.active_from <= $as_of)
    AND (employee.active_to IS NULL OR employee.active_to >= $as_of)
