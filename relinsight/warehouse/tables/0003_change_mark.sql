-- One row: a random value that every transaction that changes something writes anew, so that an answer knows its data.
CREATE TABLE change_mark (value VARCHAR NOT NULL);
INSERT INTO change_mark VALUES (uuid()::VARCHAR);
