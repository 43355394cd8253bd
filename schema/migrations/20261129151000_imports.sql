-- Files that a manager brings in, line by line as they were written, until they are confirmed or a day old. Of a confirmed
-- one only the counts stay: asked again, it answers the same.
CREATE TABLE imports (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  made_by TEXT NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL,
  files TEXT NOT NULL CHECK (json_valid(files) AND length(files) <= 20000),
  confirmed_at INTEGER,
  counts TEXT CHECK (json_valid(counts) AND length(counts) <= 200),
  CHECK ((confirmed_at IS NULL) = (counts IS NULL))
) STRICT;
CREATE INDEX imports_programme ON imports (programme_id);
CREATE INDEX imports_waiting ON imports (made_at) WHERE confirmed_at IS NULL;

CREATE TABLE import_rows (
  import_id TEXT NOT NULL REFERENCES imports (id),
  file INTEGER NOT NULL CHECK (file >= 0),
  line INTEGER NOT NULL CHECK (line > 0),
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  fault TEXT CHECK (fault IN ('too-many-cells', 'bad-quotes')),
  PRIMARY KEY (import_id, file, line)
) STRICT, WITHOUT ROWID;

-- Of two confirmations the second reads again, and finds the first.
CREATE TRIGGER imports_confirmed_once BEFORE UPDATE ON imports
WHEN OLD.confirmed_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
