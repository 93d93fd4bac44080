-- One row a kind of dealing that leaves something open: a collective name, no name, no partner, no amount.
WITH seen AS (
    SELECT
        dealing_day.partner,
        dealing_day.granted,
        coalesce(spelling.folded, '') AS folded,
        coalesce(spelling.is_collective, FALSE) AS is_collective
    FROM dealing_day
    LEFT JOIN spelling ON spelling.spelling = dealing_day.organisation
)
SELECT 'collective' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND is_collective
UNION ALL
SELECT 'nameless' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND folded = ''
UNION ALL
SELECT 'unmatched' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND folded <> '' AND NOT is_collective
UNION ALL
SELECT 'not_granted' AS kind, count(*) AS dealings FROM seen WHERE granted IS NULL
