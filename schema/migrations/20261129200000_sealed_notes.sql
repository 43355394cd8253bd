-- Managers' notes, reasons and what people ask about their record are sealed: each CHECK bounds the sealed text now.
CREATE TABLE pairing_notes_kept AS SELECT * FROM pairing_notes;
DROP TABLE pairing_notes;
CREATE TABLE pairing_notes (
  pairing_id TEXT PRIMARY KEY NOT NULL REFERENCES pairings (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 9000),
  written_by TEXT NOT NULL REFERENCES people (id),
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO pairing_notes (pairing_id, words, written_by, written_at)
  SELECT pairing_id, words, written_by, written_at FROM pairing_notes_kept;
DROP TABLE pairing_notes_kept;

CREATE TABLE reasons_kept AS SELECT * FROM reasons;
DROP TABLE reasons;
CREATE TABLE reasons (
  subject TEXT NOT NULL,
  version INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 2500),
  PRIMARY KEY (subject, version)
) STRICT, WITHOUT ROWID;
INSERT INTO reasons (subject, version, words) SELECT subject, version, words FROM reasons_kept;
DROP TABLE reasons_kept;

CREATE TABLE record_requests_kept AS SELECT * FROM record_requests;
DROP TABLE record_requests;
CREATE TABLE record_requests (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('correction', 'erasure')),
  at INTEGER NOT NULL,
  words TEXT CHECK (length(words) BETWEEN 1 AND 2000),
  PRIMARY KEY (programme_id, person_id, kind)
) STRICT;
INSERT INTO record_requests (programme_id, person_id, kind, at, words)
  SELECT programme_id, person_id, kind, at, nullif(words, '') FROM record_requests_kept;
DROP TABLE record_requests_kept;
CREATE INDEX record_requests_of_person ON record_requests (person_id);
