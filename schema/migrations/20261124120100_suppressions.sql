-- An address that refuses mail for good, or whose owner complained: nothing more is sent to it until a person clears it.
CREATE TABLE suppressions (
  address TEXT NOT NULL CHECK (address = lower(trim(address)) AND length(address) <= 254),
  person_id TEXT NOT NULL REFERENCES people (id),
  since INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('permanent', 'complaint')),
  detail TEXT NOT NULL CHECK (length(detail) BETWEEN 1 AND 60),
  cleared_at INTEGER,
  cleared_by TEXT REFERENCES people (id),
  PRIMARY KEY (address, since),
  CHECK ((cleared_at IS NULL) = (cleared_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX suppressions_standing ON suppressions (address) WHERE cleared_at IS NULL;
CREATE INDEX suppressions_person ON suppressions (person_id) WHERE cleared_at IS NULL;
CREATE INDEX outbox_stopped ON outbox (person_id) WHERE state = 'stopped';
CREATE INDEX outbox_listed ON outbox (created_at, id);
CREATE INDEX outbox_provider ON outbox (provider_id) WHERE provider_id IS NOT NULL;
