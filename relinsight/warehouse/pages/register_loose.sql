-- One row a kind of dealing that leaves something open: a collective name, no name, no partner, no amount.
WITH seen AS (
    SELECT
        dealing_day.*,
        lower(trim(regexp_replace(dealing_day.organisation, '\s+', ' ', 'g'))) AS folded
    FROM dealing_day
),
collective AS (
    SELECT DISTINCT lower(trim(regexp_replace(alias, '\s+', ' ', 'g'))) AS folded
    FROM partner_alias
    WHERE partner_id IS NULL
)
SELECT 'collective' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND folded IN (SELECT folded FROM collective)
UNION ALL
SELECT 'nameless' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND coalesce(folded, '') = ''
UNION ALL
SELECT 'unmatched' AS kind, count(*) AS dealings FROM seen WHERE partner IS NULL AND folded <> '' AND folded NOT IN (SELECT folded FROM collective)
UNION ALL
SELECT 'not_granted' AS kind, count(*) AS dealings FROM seen WHERE granted IS NULL
