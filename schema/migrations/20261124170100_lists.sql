-- What lists ask for, found without reading all that ever was: how far an executive has come, a mentor's dates, and
-- letters that did not arrive.
ALTER TABLE outcomes ADD COLUMN executive_id TEXT REFERENCES people (id);
UPDATE outcomes SET executive_id = (SELECT executive_id FROM sessions WHERE id = session_id);
CREATE INDEX outcomes_evident ON outcomes (executive_id, evidence) WHERE evidence IS NOT NULL AND replaced = 0;
CREATE INDEX sessions_fixed_of_mentor ON sessions (mentor_id, starts_at) WHERE status = 'fixed';
DROP INDEX outbox_failed;
CREATE INDEX outbox_failed ON outbox (created_at, id) WHERE state = 'failed';
CREATE INDEX outbox_stopped_listed ON outbox (created_at, id) WHERE state = 'stopped';
