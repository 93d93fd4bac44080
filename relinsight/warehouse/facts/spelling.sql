-- One row a spelling of an organisation in the dealings or of a collective name: folded as at import, and whether it is a collective name.
-- Keys: none
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
plain AS (
    SELECT spelling, is_collective, $folded_spelling AS folded
    FROM different
)
SELECT spelling, folded, bool_or(is_collective) OVER (PARTITION BY folded) AS is_collective
FROM plain
