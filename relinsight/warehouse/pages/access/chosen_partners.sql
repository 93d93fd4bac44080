-- One row a partner that the filters choose by its state on the day.
SELECT partner
FROM chosen
