-- Words are sealed: what the CHECK bounds is the sealed text, not what was typed.
CREATE TABLE questions_kept AS SELECT * FROM questions;
DROP TABLE questions;
CREATE TABLE questions (
  session_id TEXT PRIMARY KEY NOT NULL REFERENCES sessions (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  written_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO questions (session_id, words, written_at) SELECT session_id, words, written_at FROM questions_kept;
DROP TABLE questions_kept;

-- What a mentor keeps for himself of one session. Nobody else reads it; it goes thirty days after the session.
CREATE TABLE private_notes (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 24000),
  written_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX private_notes_person ON private_notes (person_id);
