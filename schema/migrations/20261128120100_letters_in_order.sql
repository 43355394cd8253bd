-- Letters of one thread leave in order. `may_be_had`: some try was not surely refused, so its reader may have it.
ALTER TABLE outbox ADD COLUMN thread TEXT;
ALTER TABLE outbox ADD COLUMN valid_until INTEGER;
ALTER TABLE outbox ADD COLUMN lease TEXT;
ALTER TABLE outbox ADD COLUMN may_be_had INTEGER NOT NULL DEFAULT 0 CHECK (may_be_had IN (0, 1));
ALTER TABLE outbox ADD COLUMN fault TEXT CHECK (fault IN ('address', 'sending', 'moment', 'letter'));
ALTER TABLE outbox ADD COLUMN retired_at INTEGER;
-- Nobody has just brought it about: it does not leave at night.
ALTER TABLE outbox ADD COLUMN is_quiet INTEGER NOT NULL DEFAULT 0 CHECK (is_quiet IN (0, 1));
CREATE INDEX outbox_superseded ON outbox (created_at, id) WHERE state = 'superseded';
CREATE INDEX outbox_retired ON outbox (created_at, id) WHERE state = 'retired';
-- The texts that the nightly purge deletes a week after they were sent or retired.
CREATE INDEX outbox_texts ON outbox (coalesce(retired_at, sent_at))
  WHERE state IN ('sent', 'superseded', 'retired') AND json_extract(letter, '$.id') IS NOT NULL;

UPDATE outbox SET may_be_had = 1 WHERE state = 'sent' OR sent_at IS NOT NULL OR attempts > 0;
UPDATE outbox SET lease = 'former' WHERE lease_until IS NOT NULL;
UPDATE outbox SET thread = coalesce(json_extract(letter, '$.uid'), id);

-- The highest SEQUENCE that was handed to this calendar; older installations handed what they decided.
ALTER TABLE invites ADD COLUMN sent_sequence INTEGER;
UPDATE invites SET sent_sequence = sequence;

-- Whether our sending works: one row. While it is stopped, letters wait and one is tried at `next_try_at`. `refused_as`: the
-- last code that may be about us or about its reader, and the ids of the different readers in a row who got it.
CREATE TABLE sending (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  stopped_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  next_try_at INTEGER,
  error TEXT CHECK (length(error) BETWEEN 1 AND 80),
  error_at INTEGER,
  refused_as TEXT CHECK (length(refused_as) BETWEEN 1 AND 80),
  refused_readers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refused_readers))
) STRICT;
INSERT INTO sending (id) VALUES (1);

-- A suppression of the moment ends by itself.
ALTER TABLE suppressions ADD COLUMN until_at INTEGER;
