-- One row a named change of a partner in the portfolio on both days, between the since day and the day.
WITH stayer AS (
    SELECT
        chain.partner,
        chain.is_uncovered,
        chain_since.is_uncovered AS was_uncovered,
        chain.has_owner,
        chain_since.has_owner AS had_owner,
        chain.tied_employees,
        chain_since.tied_employees AS had_tied_employees,
        chain.chain_break,
        chain_since.chain_break AS broke_before,
        chain.broken_since
    FROM chain
    JOIN chain_since ON chain_since.partner = chain.partner
),
tie_until AS (
    SELECT partner, max(last_day) AS day
    FROM tie_span
    WHERE last_day < $as_of
    GROUP BY partner
),
change AS (
    SELECT
        partner,
        CASE WHEN is_uncovered THEN 'uncovered' ELSE 'covered' END AS change,
        NOT is_uncovered AS is_good,
        broke_before AS before,
        chain_break AS after,
        CASE WHEN is_uncovered THEN broken_since END AS since_day,
        0 AS steps
    FROM stayer
    WHERE is_uncovered <> was_uncovered
    UNION ALL
    SELECT partner, 'silence', steps < 0, silence_before, silence, since_day, steps
    FROM silence_move
    UNION ALL
    SELECT partner, 'owner_lost', FALSE, NULL, NULL, broken_since, 0
    FROM stayer
    WHERE had_owner AND NOT has_owner
    UNION ALL
    SELECT stayer.partner, 'last_tie_lost', FALSE, CAST(stayer.had_tied_employees AS VARCHAR), '0', tie_until.day + 1, 0
    FROM stayer
    LEFT JOIN tie_until ON tie_until.partner = stayer.partner
    WHERE stayer.had_tied_employees > 0 AND stayer.tied_employees = 0
    UNION ALL
    SELECT goal_move.partner, goal_move.change, goal_move.change = 'goal_endorsed', NULL, goal_move.title, goal_move.since_day, 0
    FROM goal_move
    JOIN stayer ON stayer.partner = goal_move.partner
)
SELECT
    change.partner,
    partner_day.name,
    partner_day.tier,
    partner_day.sector,
    change.change,
    change.is_good,
    change.before,
    change.after,
    change.since_day,
    change.steps
FROM change
JOIN partner_day ON partner_day.partner = change.partner
