-- A programme ends: closing withdraws what is under way, closed is read only, and on `purge_on` names and notes go.
ALTER TABLE programmes ADD COLUMN status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closing', 'closed'));
ALTER TABLE programmes ADD COLUMN ends_on TEXT;
ALTER TABLE programmes ADD COLUMN closed_at INTEGER;
ALTER TABLE programmes ADD COLUMN purge_on TEXT;
ALTER TABLE programmes ADD COLUMN purged_at INTEGER;

-- Every change of a session writes its row: so nothing of a closed programme changes, whoever read it while it was open.
CREATE TRIGGER sessions_rest_once_the_programme_is_closed BEFORE INSERT ON sessions
WHEN EXISTS (SELECT 1 FROM programmes WHERE id = NEW.programme_id AND status = 'closed')
BEGIN
  SELECT RAISE(ABORT, 'programme-closed');
END;
CREATE TRIGGER pairings_none_once_the_programme_is_closed BEFORE INSERT ON pairings
WHEN EXISTS (SELECT 1 FROM programmes WHERE id = NEW.programme_id AND status <> 'open')
BEGIN
  SELECT RAISE(ABORT, 'programme-closed');
END;

-- Whether it is worth the time, half-way and at the end: asked once by mail, said in two taps, read by the manager alone.
CREATE TABLE pulses (
  pairing_id TEXT NOT NULL REFERENCES pairings (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  phase TEXT NOT NULL CHECK (phase IN ('midway', 'end')),
  asked_at INTEGER NOT NULL,
  worth TEXT CHECK (worth IN ('yes', 'partly', 'no')),
  onward TEXT CHECK (onward IN ('same', 'change', 'pause')),
  said_at INTEGER,
  changed_at INTEGER,
  PRIMARY KEY (pairing_id, person_id, phase),
  CHECK ((worth IS NULL) = (onward IS NULL) AND (worth IS NULL) = (said_at IS NULL) AND (worth IS NULL) = (changed_at IS NULL))
) STRICT, WITHOUT ROWID;

-- What stays of a programme: numbers, and nothing of a person.
CREATE TABLE totals (
  programme_id TEXT PRIMARY KEY NOT NULL REFERENCES programmes (id),
  fixed INTEGER NOT NULL,
  held INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  median_days REAL,
  bumps INTEGER NOT NULL,
  executives INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  align INTEGER NOT NULL,
  filters INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
