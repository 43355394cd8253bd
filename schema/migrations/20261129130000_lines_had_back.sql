-- A settled mail keeps its words for thirty days, and a settled line can be had back with the wish that it stood for.
ALTER TABLE received ADD COLUMN words_until INTEGER;
CREATE INDEX received_words ON received (words_until) WHERE words_until IS NOT NULL;
ALTER TABLE snoozes ADD COLUMN wished_at INTEGER;
