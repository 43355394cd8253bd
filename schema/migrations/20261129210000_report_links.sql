-- A link by which somebody without an account reads a programme's figures. Its secret is hashed; it ends by itself.
CREATE TABLE report_links (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  token_hash TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL CHECK (length(label) <= 120),
  locale TEXT NOT NULL,
  address TEXT CHECK (length(address) <= 254),
  made_by TEXT NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by TEXT REFERENCES people (id)
) STRICT;
CREATE INDEX report_links_of_programme ON report_links (programme_id);
CREATE INDEX report_links_by_maker ON report_links (made_by);
