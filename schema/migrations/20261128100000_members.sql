-- What a programme says of somebody belongs to the programme: his name and unit there, whom he reports to and who
-- answers for him, what stands in his way, his rules. Shared are addresses, zone, locale, hours and the diary.
-- `short_name` null is by rule. `people.name` is his own, for where no programme is known.
CREATE TABLE members (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  short_name TEXT CHECK (length(short_name) BETWEEN 1 AND 60),
  unit TEXT,
  reports_to TEXT REFERENCES people (id) CHECK (reports_to <> person_id),
  blockers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(blockers)),
  rules TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rules)),
  notes TEXT CHECK (length(notes) BETWEEN 1 AND 4000),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (programme_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO members (programme_id, person_id, name, unit, reports_to, blockers, rules)
SELECT DISTINCT memberships.programme_id, people.id, people.name, people.unit, people.reports_to, people.blockers,
  people.rules
FROM memberships JOIN people ON people.id = memberships.person_id;

CREATE INDEX members_person ON members (person_id);
CREATE TRIGGER members_one_writer_a_version BEFORE UPDATE ON members
WHEN NEW.version <> OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;

DROP INDEX people_reports_to;
ALTER TABLE people DROP COLUMN unit;
ALTER TABLE people DROP COLUMN reports_to;
ALTER TABLE people DROP COLUMN blockers;
ALTER TABLE people DROP COLUMN rules;

-- Who answers for somebody: in each programme he is in. By the recipe of decision 70.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE assistants_kept AS SELECT * FROM assistants;
DROP TABLE assistants;
CREATE TABLE assistants (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  executive_id TEXT NOT NULL REFERENCES people (id),
  assistant_id TEXT NOT NULL REFERENCES people (id) CHECK (assistant_id <> executive_id),
  from_at INTEGER NOT NULL,
  until_at INTEGER CHECK (until_at > from_at),
  PRIMARY KEY (programme_id, executive_id, assistant_id, from_at)
) STRICT, WITHOUT ROWID;
INSERT INTO assistants (programme_id, executive_id, assistant_id, from_at, until_at)
SELECT members.programme_id, executive_id, assistant_id, from_at, until_at
FROM assistants_kept JOIN members ON members.person_id = assistants_kept.executive_id;
DROP TABLE assistants_kept;

CREATE INDEX assistants_executive ON assistants (executive_id);
CREATE INDEX assistants_assistant ON assistants (assistant_id);
