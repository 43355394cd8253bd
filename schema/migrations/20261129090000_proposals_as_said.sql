-- A proposed time is kept as it was said, whatever its length, with what the judge said and the words that came with it.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE proposals_kept AS SELECT * FROM proposals;
DROP TABLE proposals;
CREATE TABLE proposals (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  via TEXT NOT NULL CHECK (via IN ('calendar', 'link', 'manager', 'prose')),
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'superseded')),
  refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
  words TEXT,
  CHECK (ends_at >= starts_at)
) STRICT;
INSERT INTO proposals (id, session_id, person_id, starts_at, ends_at, via, at, state)
SELECT id, session_id, person_id, starts_at, ends_at, via, at, state FROM proposals_kept;
DROP TABLE proposals_kept;
CREATE INDEX proposals_session ON proposals (session_id);
CREATE INDEX proposals_waiting ON proposals (at) WHERE state = 'waiting';
