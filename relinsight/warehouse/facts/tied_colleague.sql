-- One row an active partner and an employee with an active tie to it, however many ties they have.
-- Keys: partner
-- Kept: each day
-- Shown: partner, name, employee, employee_name, employee_cluster, stated_strength, colleagues
WITH pair AS (
    SELECT partner, employee, max(stated_strength) AS stated_strength, count(*) AS ties
    FROM tie_day
    GROUP BY partner, employee
)
SELECT
    pair.partner,
    pair.employee,
    employee_day.name AS employee_name,
    employee_day.cluster AS employee_cluster,
    pair.stated_strength,
    pair.ties,
    count(*) OVER (PARTITION BY pair.partner) AS colleagues,
    partner_day.name,
    partner_day.in_portfolio,
    partner_day.tier,
    partner_day.sector,
    partner_day.cluster,
    partner_day.owner
FROM pair
JOIN employee_day ON employee_day.employee = pair.employee
JOIN partner_day ON partner_day.partner = pair.partner
