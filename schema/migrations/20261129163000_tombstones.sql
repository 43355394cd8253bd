-- Who was erased, or is to be: an id and no name, so that a restored backup can be put right. `programme_id` is '' for the
-- whole installation. There is no foreign key: a backup can be older than the person.
CREATE TABLE tombstones (
  person_id TEXT NOT NULL,
  programme_id TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  by_id TEXT,
  erased_at INTEGER,
  PRIMARY KEY (person_id, programme_id)
) STRICT, WITHOUT ROWID;
