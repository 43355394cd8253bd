-- Which mentors have read what a new one should know.
CREATE TABLE guide_reads (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  read_at INTEGER NOT NULL
) STRICT;
