-- Names that people said are not a partner, and ids of partners that were merged into another.
CREATE TABLE set_apart (
    partner_id VARCHAR NOT NULL,
    spelling VARCHAR NOT NULL,
    other_partner_id VARCHAR,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (partner_id <> other_partner_id)
);
CREATE UNIQUE INDEX set_apart_key ON set_apart (partner_id, spelling, coalesce(other_partner_id, ''));

CREATE TABLE former_partner (
    former_id VARCHAR PRIMARY KEY,
    partner_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR,
    CHECK (former_id <> partner_id)
);
