-- When a link was made: what opens a person's whole record asks for a young one. Of older links it is not known.
ALTER TABLE links ADD COLUMN made_at INTEGER;

-- What somebody asks for about his own record: a correction that he cannot make himself, or to be erased.
CREATE TABLE record_requests (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('correction', 'erasure')),
  at INTEGER NOT NULL,
  words TEXT CHECK (length(words) <= 280),
  PRIMARY KEY (programme_id, person_id, kind)
) STRICT;
CREATE INDEX record_requests_of_person ON record_requests (person_id);
