-- A suppression of the moment has a kind of its own; which kinds there are is checked in code. By the recipe of decision 70.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE suppressions_kept AS SELECT * FROM suppressions;
DROP TABLE suppressions;
CREATE TABLE suppressions (
  address TEXT NOT NULL CHECK (address = lower(trim(address)) AND length(address) <= 254),
  person_id TEXT NOT NULL REFERENCES people (id),
  since INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
  detail TEXT NOT NULL CHECK (length(detail) BETWEEN 1 AND 60),
  cleared_at INTEGER,
  cleared_by TEXT REFERENCES people (id),
  until_at INTEGER,
  PRIMARY KEY (address, since),
  CHECK ((cleared_at IS NULL) = (cleared_by IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO suppressions (address, person_id, since, kind, detail, cleared_at, cleared_by, until_at)
SELECT address, person_id, since, kind, detail, cleared_at, cleared_by, until_at FROM suppressions_kept;
DROP TABLE suppressions_kept;

CREATE UNIQUE INDEX suppressions_standing ON suppressions (address) WHERE cleared_at IS NULL;
CREATE INDEX suppressions_person ON suppressions (person_id) WHERE cleared_at IS NULL;
