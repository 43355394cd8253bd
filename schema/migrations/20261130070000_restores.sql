-- Each time the database was restored from a backup. While one is not resumed no mail leaves, but to sign in, and the
-- clock writes to nobody: what waited in the backup may have left since. `letters_up_to` is the last row of the outbox
-- that came with it.
CREATE TABLE restores (
  id INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  backup_at INTEGER NOT NULL,
  letters_up_to INTEGER NOT NULL,
  resumed_at INTEGER,
  resumed_by TEXT,
  waiting TEXT CHECK (waiting IN ('send', 'drop')),
  CHECK ((resumed_at IS NULL) = (waiting IS NULL))
) STRICT;
CREATE INDEX restores_paused ON restores (id) WHERE resumed_at IS NULL;
