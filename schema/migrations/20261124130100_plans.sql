-- A plan proposes times for many pairings at once. Nothing of it is held until it is confirmed, row by row: each row
-- has the id of the offer it will become, so that confirming again makes no second one.
CREATE TABLE plans (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  made_by TEXT NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL,
  stand_ins INTEGER NOT NULL CHECK (stand_ins IN (0, 1)),
  left_over TEXT NOT NULL CHECK (json_valid(left_over))
) STRICT;
CREATE INDEX plans_programme ON plans (programme_id, made_at);

CREATE TABLE plan_rows (
  plan_id TEXT NOT NULL REFERENCES plans (id),
  pairing_id TEXT NOT NULL REFERENCES pairings (id),
  position INTEGER NOT NULL,
  mentor_id TEXT NOT NULL REFERENCES people (id),
  offer_id TEXT NOT NULL UNIQUE,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  options TEXT NOT NULL CHECK (json_valid(options)),
  state TEXT NOT NULL CHECK (state IN ('open', 'dropped', 'sent', 'failed')),
  refusal TEXT CHECK (refusal IS NULL OR json_valid(refusal)),
  PRIMARY KEY (plan_id, pairing_id)
) STRICT, WITHOUT ROWID;
