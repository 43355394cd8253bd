-- What the nightly check of the invariants found: one row, with names and counts, no ids.
CREATE TABLE checked (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  at INTEGER NOT NULL,
  broken TEXT NOT NULL CHECK (json_valid(broken))
) STRICT;
