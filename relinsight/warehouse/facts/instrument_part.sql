-- One row an instrument and a part of it: the whole (part empty), a family or a dimension.
-- Keys: none
-- Kept: each day
SELECT DISTINCT instrument_id AS instrument, CAST(NULL AS VARCHAR) AS part FROM instrument_item
UNION ALL
SELECT DISTINCT instrument_id AS instrument, family AS part FROM instrument_item WHERE family IS NOT NULL
UNION ALL
SELECT DISTINCT instrument_id AS instrument, dimension AS part FROM instrument_item
