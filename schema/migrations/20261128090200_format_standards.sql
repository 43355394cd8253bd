-- Which standard formats there are is known to the code alone from now on; here only their shape. By the recipe of
-- decision 70: sessions refer to formats, so the new table is filled under its own name.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE formats_kept AS SELECT * FROM formats;
DROP TABLE formats;
CREATE TABLE formats (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  standard TEXT CHECK (length(standard) BETWEEN 1 AND 60 AND standard NOT GLOB '*[^a-z-]*'),
  words TEXT CHECK (words IS NULL OR (json_valid(words) AND length(words) <= 20000)),
  outward_title TEXT CHECK (length(outward_title) BETWEEN 1 AND 60),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 480),
  link TEXT CHECK (length(link) <= 500 AND substr(link, 1, 8) = 'https://'),
  archived_at INTEGER,
  made_at INTEGER NOT NULL,
  CHECK (standard IS NOT NULL OR words IS NOT NULL)
) STRICT;
INSERT INTO formats (id, programme_id, position, standard, words, outward_title, minutes, link, archived_at, made_at)
SELECT id, programme_id, position, standard, words, outward_title, minutes, link, archived_at, made_at FROM formats_kept;
DROP TABLE formats_kept;

CREATE UNIQUE INDEX formats_one_of_each_standard ON formats (programme_id, standard) WHERE standard IS NOT NULL;
CREATE INDEX formats_programme ON formats (programme_id, position) WHERE archived_at IS NULL;
