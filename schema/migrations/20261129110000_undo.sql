-- A manager's press in the minute before its letters leave: what stood before it. It is taken back only while no letter
-- of it has been handed to anybody; a tick that was faster wins.
CREATE TABLE undos (
  session_id TEXT NOT NULL REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  act TEXT NOT NULL,
  by_id TEXT NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  letters TEXT NOT NULL CHECK (json_valid(letters)),
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  PRIMARY KEY (session_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX undos_until ON undos (until_at);
CREATE TRIGGER undos_only_before_their_letters BEFORE UPDATE ON undos
WHEN NEW.undone = 1 AND EXISTS (
  SELECT 1 FROM outbox JOIN json_each(OLD.letters) AS letter ON letter.value = outbox.id
  WHERE outbox.state <> 'waiting' OR outbox.attempts > 0 OR outbox.may_be_had = 1 OR outbox.lease IS NOT NULL
)
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
