-- One row a run, an import or a change by hand: what it did, how many of its rejected rows still wait, and whether it was taken back.
WITH mended AS (
    SELECT DISTINCT mending.mends AS run
    FROM mending
    JOIN import_run AS later ON later.id = mending.run_id
    WHERE later.undone_at IS NULL
)
SELECT
    import_run.id AS run,
    import_run.made_at,
    import_run.made_by,
    import_run.file,
    import_run.inserted,
    import_run.updated,
    import_run.unchanged,
    import_run.rejected,
    CASE WHEN import_run.undone_at IS NULL AND mended.run IS NULL THEN import_run.rejected ELSE 0 END AS waiting,
    mending.run_id IS NOT NULL AS is_mending,
    import_run.undone_at IS NOT NULL AS is_undone
FROM import_run
LEFT JOIN mended ON mended.run = import_run.id
LEFT JOIN mending ON mending.run_id = import_run.id
ORDER BY import_run.made_at DESC, import_run.id
