-- The run whose rejected rows a run brought in again, or set aside for good.
CREATE TABLE mending (run_id VARCHAR PRIMARY KEY, mends VARCHAR NOT NULL);
