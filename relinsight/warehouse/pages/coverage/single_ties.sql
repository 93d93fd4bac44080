-- One row a partner of the portfolio that hangs on one colleague: who that is, and the last day of the tie as it is known now.
SELECT
    tied_colleague.partner, tied_colleague.name, tied_colleague.tier, tied_colleague.sector,
    tied_colleague.employee_name, tie_strength.last_met,
    max(tie_span.last_day) AS last_day
FROM tied_colleague
JOIN tie_day ON tie_day.partner = tied_colleague.partner AND tie_day.employee = tied_colleague.employee
JOIN tie_span ON tie_span.tie = tie_day.tie
LEFT JOIN tie_strength ON tie_strength.partner = tied_colleague.partner AND tie_strength.employee = tied_colleague.employee
WHERE tied_colleague.in_portfolio AND tied_colleague.colleagues = 1
GROUP BY ALL
ORDER BY last_day, tied_colleague.tier, tied_colleague.name, tied_colleague.partner
