-- Two more states of a letter: `superseded`, a newer one says it; `retired`, what it says is no longer true.
-- And `effect` is called what it is: the key by which a letter is written once. By the recipe of decision 70.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE outbox_kept AS SELECT * FROM outbox;
DROP TABLE outbox;
CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  dedupe_key TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  session_id TEXT REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  letter TEXT NOT NULL CHECK (json_valid(letter)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'stopped', 'superseded', 'retired')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  sent_at INTEGER,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, attempts, due_at, lease_until, sent_at,
  provider_id, error, created_at)
SELECT id, effect, person_id, session_id, letter, state, attempts, due_at, lease_until, sent_at,
  provider_id, error, created_at FROM outbox_kept;
DROP TABLE outbox_kept;

CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_failed ON outbox (created_at, id) WHERE state = 'failed';
CREATE INDEX outbox_stopped ON outbox (person_id) WHERE state = 'stopped';
CREATE INDEX outbox_stopped_listed ON outbox (created_at, id) WHERE state = 'stopped';
CREATE INDEX outbox_session ON outbox (session_id);
CREATE INDEX outbox_person ON outbox (person_id, created_at);
CREATE INDEX outbox_listed ON outbox (created_at, id);
CREATE INDEX outbox_provider ON outbox (provider_id) WHERE provider_id IS NOT NULL;
