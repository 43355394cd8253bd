-- A line of Today that is put off to a day, or done with: then only what came before `made_at` is hidden.
CREATE TABLE snoozes (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 3 AND 120),
  until_at INTEGER,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL REFERENCES people (id),
  PRIMARY KEY (programme_id, key)
) STRICT, WITHOUT ROWID;
