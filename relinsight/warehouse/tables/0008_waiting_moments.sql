-- A contact moment of which no name is known waits among the rejected rows, with what it says as its records have it.
ALTER TABLE import_reject ADD COLUMN waits JSON;
