-- The id by which a register knows a partner that came by its name before the register did.
ALTER TABLE partner ADD COLUMN source_id VARCHAR;
