-- What whoever runs the installation was told last of its health: one row, with codes.
CREATE TABLE alerted (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  since INTEGER,
  told_at INTEGER NOT NULL
) STRICT;
-- Each minute asks whether a calendar cannot be read.
CREATE INDEX busy_feeds_unread ON busy_feeds (since) WHERE state = 'unknown';
