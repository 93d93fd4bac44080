-- One row: what there is in the database at all.
SELECT
    (SELECT count(*) FROM partner) AS partners,
    (SELECT count(*) FROM dealing) AS dealings,
    (SELECT count(*) FROM partner_tier) AS tiers,
    (SELECT count(*) FROM contact_moment) AS contacts,
    (SELECT count(*) FROM assessment) AS assessments,
    (SELECT count(*) FROM goal) AS goals,
    (SELECT value FROM setting WHERE name = 'origin') AS origin,
    (SELECT value FROM setting WHERE name = 'attribution') AS attribution,
    (SELECT CAST(value AS DATE) FROM setting WHERE name = 'as_of') AS as_of,
    (SELECT value FROM setting WHERE name = 'time_zone') AS time_zone,
    (SELECT max(made_at) FROM import_run WHERE undone_at IS NULL) AS last_import
