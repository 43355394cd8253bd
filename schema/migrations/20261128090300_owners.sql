-- Whoever runs the installation: no role in a programme.
CREATE TABLE owners (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO owners (person_id, since)
SELECT person_id, min(since) FROM memberships WHERE role = 'owner' GROUP BY person_id;

-- By the recipe of decision 70.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE memberships_kept AS SELECT * FROM memberships;
DROP TABLE memberships;
CREATE TABLE memberships (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('manager', 'mentor', 'executive', 'assistant', 'sponsor')),
  since INTEGER NOT NULL,
  PRIMARY KEY (programme_id, role, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO memberships (programme_id, person_id, role, since)
SELECT programme_id, person_id, role, since FROM memberships_kept WHERE role <> 'owner';
DROP TABLE memberships_kept;

CREATE INDEX memberships_person ON memberships (person_id);
