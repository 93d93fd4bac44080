-- One row: the day of the newest team meeting before a day; empty where there was none.
SELECT max(day) AS day
FROM review
WHERE day < $as_of
