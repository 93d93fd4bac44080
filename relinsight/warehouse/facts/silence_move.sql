-- One row a partner in the portfolio on both days whose state of silence moved between the since day and the day; steps above 0 are for the worse.
WITH step AS (
    SELECT 'in_time' AS silence, 0 AS place
    UNION ALL
    SELECT 'cooling' AS silence, 1 AS place
    UNION ALL
    SELECT 'dormant' AS silence, 2 AS place
    UNION ALL
    SELECT 'lost' AS silence, 3 AS place
    UNION ALL
    SELECT 'never' AS silence, 4 AS place
)
SELECT
    chain.partner,
    chain_since.silence AS silence_before,
    chain.silence,
    step.place - earlier_step.place AS steps,
    CASE
        WHEN step.place > earlier_step.place THEN chain.last_contact_day + chain.rhythm_days
        ELSE chain.last_contact_day
    END AS since_day
FROM chain
JOIN chain_since ON chain_since.partner = chain.partner
JOIN step ON step.silence = chain.silence
JOIN step AS earlier_step ON earlier_step.silence = chain_since.silence
WHERE chain.silence <> chain_since.silence
