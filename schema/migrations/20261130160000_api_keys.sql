-- Keys by which a program asks the API. A key acts as its maker, in the programmes that it names; its secret is hashed.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  access TEXT NOT NULL CHECK (access IN ('read', 'write', 'health')),
  programmes TEXT NOT NULL CHECK (json_valid(programmes)),
  person_id TEXT NOT NULL REFERENCES people (id),
  address TEXT NOT NULL CHECK (length(address) <= 254),
  made_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  ended_at INTEGER,
  used_on TEXT
) STRICT;
CREATE INDEX api_keys_of_person ON api_keys (person_id);
