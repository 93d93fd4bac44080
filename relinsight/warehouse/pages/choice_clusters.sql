-- One row a cluster.
SELECT id, name
FROM cluster
ORDER BY name, id
