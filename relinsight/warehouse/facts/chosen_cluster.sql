-- One row a cluster that the filters choose: by itself, or because it lies below one that they name.
-- Keys: none
SELECT DISTINCT cluster
FROM cluster_within
WHERE list_contains(CAST($clusters AS VARCHAR[]), above)
