-- One row a partner and itself (0 steps up) or a parent above it, however many steps up.
-- Keys: partner
WITH RECURSIVE climb AS (
    SELECT id AS partner, id AS ancestor, 0 AS steps, [id] AS path
    FROM partner
    UNION ALL
    SELECT climb.partner, partner.parent_id, climb.steps + 1, list_append(climb.path, partner.parent_id)
    FROM climb
    JOIN partner ON partner.id = climb.ancestor
    WHERE partner.parent_id IS NOT NULL AND NOT list_contains(climb.path, partner.parent_id)
)
SELECT partner, ancestor, steps
FROM climb
