-- The calendar somebody subscribes to. Its token is derived from link_id and the installation's secret.
CREATE TABLE feeds (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  link_id TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When somebody's published calendar says no: times only, packed; never a word of it.
CREATE TABLE busy_feeds (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  url TEXT NOT NULL CHECK (length(url) BETWEEN 1 AND 1000),
  state TEXT NOT NULL CHECK (state IN ('known', 'unknown')),
  since INTEGER NOT NULL,
  problem TEXT CHECK (length(problem) <= 60),
  busy TEXT NOT NULL DEFAULT '' CHECK (length(busy) <= 100000),
  tried_at INTEGER,
  read_at INTEGER,
  etag TEXT CHECK (length(etag) <= 500),
  last_modified TEXT CHECK (length(last_modified) <= 100)
) STRICT, WITHOUT ROWID;
CREATE INDEX busy_feeds_due ON busy_feeds (tried_at);
