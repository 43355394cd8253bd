-- Of two writers who read the same version, the second is refused.
ALTER TABLE people ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE pairings ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE programmes ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

CREATE TRIGGER people_one_writer_a_version BEFORE UPDATE ON people
WHEN NEW.version <> OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
CREATE TRIGGER pairings_one_writer_a_version BEFORE UPDATE ON pairings
WHEN NEW.version <> OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
CREATE TRIGGER programmes_one_writer_a_version BEFORE UPDATE ON programmes
WHEN NEW.version <> OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
