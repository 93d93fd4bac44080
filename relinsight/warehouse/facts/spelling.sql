-- One row a spelling of an organisation in the dealings or of a collective name: folded as at import, and whether it is a collective name.
WITH spelled AS (
    SELECT organisation AS spelling, FALSE AS is_collective
    FROM dealing
    WHERE partner_id IS NULL
    UNION ALL
    SELECT alias AS spelling, TRUE AS is_collective
    FROM partner_alias
    WHERE partner_id IS NULL
),
different AS (
    SELECT spelling, bool_or(is_collective) AS is_collective
    FROM spelled
    WHERE spelling IS NOT NULL
    GROUP BY spelling
),
seen AS (
    SELECT
        spelling,
        is_collective,
        CASE
            WHEN strlen(spelling) = length(spelling) THEN spelling
            ELSE nfc_normalize(regexp_replace(
                spelling, '[\x{ad}\x{200b}-\x{200f}\x{202a}-\x{202e}\x{2060}\x{2066}-\x{2069}\x{feff}]', '', 'g'
            ))
        END AS visible
    FROM different
),
plain AS (
    SELECT
        spelling,
        is_collective,
        lower(trim(regexp_replace(
            visible, '[\s\x{0b}\x{1a}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]+', ' ', 'g'
        ))) AS folded
    FROM seen
)
SELECT spelling, folded, bool_or(is_collective) OVER (PARTITION BY folded) AS is_collective
FROM plain
