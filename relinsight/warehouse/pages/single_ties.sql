-- One row a partner of the portfolio that hangs on one colleague: who that is, and the last day of the tie as it is known now.
SELECT
    tied_colleague.partner, tied_colleague.name, tied_colleague.tier, tied_colleague.sector, sector.name AS sector_name,
    tied_colleague.employee_name, tie_strength.last_met,
    max(least(coalesce(tie.to_date, DATE '9999-12-31'), coalesce(employee.active_to, DATE '9999-12-31'))) AS last_day
FROM tied_colleague
JOIN employee ON employee.id = tied_colleague.employee
JOIN tie_day ON tie_day.partner = tied_colleague.partner AND tie_day.employee = tied_colleague.employee
JOIN tie ON tie.id = tie_day.tie
LEFT JOIN tie_strength ON tie_strength.partner = tied_colleague.partner AND tie_strength.employee = tied_colleague.employee
LEFT JOIN sector ON sector.id = tied_colleague.sector
WHERE tied_colleague.in_portfolio AND tied_colleague.colleagues = 1
GROUP BY ALL
ORDER BY last_day, tied_colleague.tier, tied_colleague.name, tied_colleague.partner
