-- One row a partner of the portfolio and a cluster from which somebody has an active tie to it.
SELECT DISTINCT tied_colleague.partner, tied_colleague.employee_cluster AS cluster, cluster.name AS cluster_name
FROM tied_colleague
LEFT JOIN cluster ON cluster.id = tied_colleague.employee_cluster
WHERE tied_colleague.in_portfolio
ORDER BY tied_colleague.partner, cluster
