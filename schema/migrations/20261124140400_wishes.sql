-- What an executive asks for on his own page, quietly: the manager finds it on Today.
CREATE TABLE wishes (
  pairing_id TEXT NOT NULL REFERENCES pairings (id),
  kind TEXT NOT NULL CHECK (kind IN ('pause', 'another-mentor')),
  person_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (pairing_id, kind)
) STRICT, WITHOUT ROWID;
