-- What an executive asks before a session: one line, for that session's mentor alone.
CREATE TABLE questions (
  session_id TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 280),
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
