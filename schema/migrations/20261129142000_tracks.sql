-- Tracks: ordered formats for workshops. One of the house has its name in code, in every language, until it is renamed.
-- Which house tracks there are is known to the code alone; here only their shape.
CREATE TABLE tracks (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  standard TEXT CHECK (length(standard) BETWEEN 1 AND 60 AND standard NOT GLOB '*[^a-z-]*'),
  name TEXT CHECK (length(name) BETWEEN 1 AND 80),
  steps TEXT NOT NULL CHECK (json_valid(steps) AND length(steps) <= 30000),
  archived_at INTEGER,
  made_at INTEGER NOT NULL,
  CHECK (standard IS NOT NULL OR name IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX tracks_one_of_each_standard ON tracks (programme_id, standard) WHERE standard IS NOT NULL;
CREATE INDEX tracks_programme ON tracks (programme_id, position);

-- Which track a workshop follows, and the copy that was taken when it started.
ALTER TABLE pairings ADD COLUMN track_id TEXT REFERENCES tracks (id);
ALTER TABLE pairings ADD COLUMN track TEXT CHECK (track IS NULL OR (json_valid(track) AND length(track) <= 31000));

-- Programmes that are there already get the two of the house, like every new one.
INSERT INTO tracks (id, programme_id, position, standard, steps, made_at)
SELECT 'trk_' || lower(hex(randomblob(13))), programmes.id, house.key, json_extract(house.value, '$.track'),
  (SELECT json_group_array(json_object('formatId', id, 'text', '', 'link', NULL)) FROM (
    SELECT formats.id FROM json_each(house.value, '$.formats') AS listed
    JOIN formats ON formats.programme_id = programmes.id AND formats.standard = listed.value ORDER BY listed.key)),
  programmes.created_at
FROM programmes CROSS JOIN json_each('[
  {"track": "first-public-answer", "formats": ["read-with-me", "your-ten-minutes", "react-and-thank",
    "who-answers-for-you", "one-question", "answer-once"]},
  {"track": "listening-without-filters", "formats": ["three-threads", "unfiltered-listening", "react-and-thank",
    "quiet-voice", "ask-the-network", "tell-what-you-learnt"]}]') AS house
WHERE programmes.purged_at IS NULL;
