-- The run whose rejected rows a run brought in again, or set aside for good.
ALTER TABLE import_run ADD COLUMN mends VARCHAR;
