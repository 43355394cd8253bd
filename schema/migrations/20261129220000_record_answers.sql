-- A request about somebody's own record says which field it is about, and what became of it.
ALTER TABLE record_requests ADD COLUMN field TEXT CHECK (field IN ('address', 'unit', 'other'));
ALTER TABLE record_requests ADD COLUMN answer TEXT CHECK (answer IN ('done', 'refused'));
ALTER TABLE record_requests ADD COLUMN answered_at INTEGER;
ALTER TABLE record_requests ADD COLUMN answered_by TEXT REFERENCES people (id);
ALTER TABLE record_requests ADD COLUMN answer_words TEXT;

-- Such a line was hidden while its request still waited: it comes back, to be answered.
DELETE FROM snoozes WHERE until_at IS NULL AND (key LIKE 'asks-correction:%' OR key LIKE 'asks-erasure:%');
