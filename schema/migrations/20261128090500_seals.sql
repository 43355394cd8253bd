-- The access log in a hash chain: a seal covers the rows above the seal before it, up to `up_to_id`, and its head is
-- the hash of them and of the head before. Rows at or below `purgeable_below` may be deleted, and no others: so only
-- what was sealed.
CREATE TABLE seals (
  up_to_id INTEGER PRIMARY KEY NOT NULL,
  head TEXT NOT NULL CHECK (length(head) BETWEEN 40 AND 64),
  at INTEGER NOT NULL,
  purgeable_below INTEGER NOT NULL DEFAULT 0 CHECK (purgeable_below BETWEEN 0 AND up_to_id)
) STRICT;
CREATE INDEX seals_purgeable ON seals (purgeable_below);
CREATE TRIGGER seals_follow_each_other BEFORE INSERT ON seals
WHEN NEW.up_to_id <= (SELECT max(up_to_id) FROM seals)
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
CREATE TRIGGER seals_stay_as_written BEFORE UPDATE ON seals
WHEN NEW.up_to_id <> OLD.up_to_id OR NEW.head <> OLD.head OR NEW.at <> OLD.at
  OR NEW.purgeable_below < OLD.purgeable_below
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER seals_are_kept BEFORE DELETE ON seals
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

DROP TRIGGER access_log_is_kept;
CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
WHEN OLD.id > coalesce((SELECT max(purgeable_below) FROM seals), 0)
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
