-- A session that nobody logged must not keep the next round from opening: once that opens, it is over (`passed`),
-- though it can still be logged. One open round a pairing, as before.
ALTER TABLE sessions ADD COLUMN passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1));
DROP INDEX sessions_one_open_a_pairing;
CREATE UNIQUE INDEX sessions_one_open_a_pairing ON sessions (pairing_id) WHERE status IN ('offered', 'fixed') AND passed = 0;
