-- One row an active partner with an active tie: the colleague best placed to go, by strength, then stated strength, then id.
-- Keys: partner
-- Kept: each day
WITH placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY partner ORDER BY round(strength, 9) DESC, stated_strength DESC NULLS LAST, employee
        ) AS place
    FROM tie_strength
)
SELECT partner, employee, employee_name, strength, stated_strength, last_met, days_since
FROM placed
WHERE place = 1
