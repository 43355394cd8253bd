-- What the clock owes, as rows: `timersOf` says what and when, `said` keeps why it could not be done.
CREATE TABLE timers (
  subject TEXT NOT NULL,
  kind TEXT NOT NULL,
  lane TEXT NOT NULL CHECK (lane IN ('rounds', 'feeds', 'repair')),
  due_at INTEGER NOT NULL,
  ask_again_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  said TEXT CHECK (length(said) BETWEEN 1 AND 60),
  PRIMARY KEY (subject, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (lane, due_at);
CREATE INDEX timers_failing ON timers (kind, subject) WHERE said = 'threw' AND tries >= 5;

-- When each cron ran last.
CREATE TABLE ticks (
  cron TEXT PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL,
  -- The jobs that failed then, by name; an empty array: none.
  failed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(failed))
) STRICT, WITHOUT ROWID;

-- What a session has been told: its brief for this start, the question after this end, who waits since when.
ALTER TABLE sessions ADD COLUMN briefed_for INTEGER;
ALTER TABLE sessions ADD COLUMN asked_for INTEGER;
ALTER TABLE sessions ADD COLUMN waiting_since INTEGER;
ALTER TABLE commitments ADD COLUMN nudged_at INTEGER;

UPDATE sessions SET briefed_for = starts_at WHERE starts_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'brief:' || sessions.id || ':' || sessions.starts_at);
UPDATE sessions SET asked_for = ends_at WHERE ends_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'outcome:' || sessions.id || ':' || sessions.ends_at);
UPDATE sessions SET waiting_since = starts_at WHERE status = 'fixed'
  AND EXISTS (SELECT 1 FROM outbox WHERE dedupe_key = 'waiting:' || sessions.id || ':' || sessions.starts_at)
  AND NOT EXISTS (SELECT 1 FROM events WHERE subject = sessions.id AND code = 'arrived' AND at >= sessions.starts_at);
UPDATE commitments SET nudged_at = coalesce(
  (SELECT created_at FROM outbox WHERE dedupe_key = 'nudge:' || commitments.id), nudged_at);

-- Arms what exists: the first ticks after the migration read each of these and write its timers.
INSERT INTO timers (subject, kind, lane, due_at)
SELECT id, 'repair', 'repair', created_at FROM pairings WHERE status <> 'ended'
UNION ALL SELECT id, 'repair', 'repair', 0 FROM programmes WHERE status <> 'open' AND purged_at IS NULL
UNION ALL SELECT person_id, 'repair', 'repair', 0 FROM busy_feeds
UNION SELECT assistant_id, 'repair', 'repair', 0 FROM assistants WHERE until_at IS NULL;

-- Whoever began runs the installation.
INSERT INTO owners (person_id, since)
SELECT person_id, since FROM memberships WHERE role = 'manager' AND NOT EXISTS (SELECT 1 FROM owners)
ORDER BY since, person_id LIMIT 1;
