-- The address of a published calendar is a secret of its owner: it is sealed, and the CHECK bounds the sealed text now.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE busy_feeds_kept AS SELECT * FROM busy_feeds;
DROP TABLE busy_feeds;
CREATE TABLE busy_feeds (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  url TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 4500),
  state TEXT NOT NULL CHECK (state IN ('known', 'unknown')),
  since INTEGER NOT NULL,
  problem TEXT CHECK (length(problem) <= 60),
  busy TEXT NOT NULL DEFAULT '' CHECK (length(busy) <= 100000),
  tried_at INTEGER,
  read_at INTEGER,
  etag TEXT CHECK (length(etag) <= 500),
  last_modified TEXT CHECK (length(last_modified) <= 100)
) STRICT, WITHOUT ROWID;
INSERT INTO busy_feeds (person_id, url, state, since, problem, busy, tried_at, read_at, etag, last_modified)
  SELECT person_id, url, state, since, problem, busy, tried_at, read_at, etag, last_modified FROM busy_feeds_kept;
DROP TABLE busy_feeds_kept;
CREATE INDEX busy_feeds_due ON busy_feeds (tried_at);
