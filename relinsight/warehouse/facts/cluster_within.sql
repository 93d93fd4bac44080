-- One row a cluster and itself or a cluster above it, however many steps up.
-- Keys: none
WITH RECURSIVE climb AS (
    SELECT id AS cluster, id AS above, [id] AS path
    FROM cluster
    UNION ALL
    SELECT climb.cluster, cluster.parent_id, list_append(climb.path, cluster.parent_id)
    FROM climb
    JOIN cluster ON cluster.id = climb.above
    WHERE cluster.parent_id IS NOT NULL AND NOT list_contains(climb.path, cluster.parent_id)
)
SELECT cluster, above
FROM climb
