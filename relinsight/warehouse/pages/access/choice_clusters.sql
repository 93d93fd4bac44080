-- One row a cluster, and whether others lie below it.
SELECT cluster.id, cluster.name, count(below.id) > 0 AS has_below
FROM cluster
LEFT JOIN cluster AS below ON below.parent_id = cluster.id AND below.id <> cluster.id
GROUP BY cluster.id, cluster.name
ORDER BY cluster.name, cluster.id
