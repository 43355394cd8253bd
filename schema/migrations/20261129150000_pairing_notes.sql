-- What the managers of a programme keep in mind of a pairing: one note, for them alone. It goes with the names.
CREATE TABLE pairing_notes (
  pairing_id TEXT PRIMARY KEY NOT NULL REFERENCES pairings (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  written_by TEXT NOT NULL REFERENCES people (id),
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
