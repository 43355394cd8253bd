-- The ways a programme spends its half hours. A standard one without words of its own speaks the house's, in every
-- language; `position` is the order of the list; what was used once is archived, never deleted.
CREATE TABLE formats (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  standard TEXT CHECK (standard IN ('read-with-me', 'one-question', 'first-post', 'mail-to-thread',
    'unfiltered-listening', 'three-threads', 'walking-call', 'voice-to-post')),
  words TEXT CHECK (words IS NULL OR (json_valid(words) AND length(words) <= 20000)),
  outward_title TEXT CHECK (length(outward_title) BETWEEN 1 AND 60),
  minutes INTEGER CHECK (minutes BETWEEN 5 AND 480),
  link TEXT CHECK (length(link) <= 500 AND substr(link, 1, 8) = 'https://'),
  archived_at INTEGER,
  made_at INTEGER NOT NULL,
  CHECK (standard IS NOT NULL OR words IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX formats_one_of_each_standard ON formats (programme_id, standard) WHERE standard IS NOT NULL;
CREATE INDEX formats_programme ON formats (programme_id, position) WHERE archived_at IS NULL;

-- Chosen for it, or kept with it when its mentor was told.
ALTER TABLE sessions ADD COLUMN format_id TEXT REFERENCES formats (id);

-- Programmes that are there already begin with the house's eight, like every new one.
INSERT INTO formats (id, programme_id, position, standard, made_at)
SELECT 'fmt_' || lower(hex(randomblob(13))), programmes.id, standards.key, standards.value, programmes.created_at
FROM programmes CROSS JOIN json_each('["read-with-me", "one-question", "first-post", "mail-to-thread",
  "unfiltered-listening", "three-threads", "walking-call", "voice-to-post"]') AS standards;
