-- What a sponsor reads of a programme, month by month: figures, and nothing about a person. It stays after the names.
CREATE TABLE releases (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  at INTEGER NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  PRIMARY KEY (programme_id, at)
) STRICT, WITHOUT ROWID;
