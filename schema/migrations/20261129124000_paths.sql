-- Where a format fits on the path to yes; NULL: as the house has it. Materials for the executive beside the mentor's.
-- Their shape is checked in code.
ALTER TABLE formats ADD COLUMN fit TEXT CHECK (fit IS NULL OR (json_valid(fit) AND length(fit) <= 2000));
ALTER TABLE formats ADD COLUMN executive_link TEXT
  CHECK (length(executive_link) <= 500 AND substr(executive_link, 1, 8) = 'https://');

-- What a pairing works towards; NULL: not yet said.
ALTER TABLE pairings ADD COLUMN aim TEXT CHECK (length(aim) BETWEEN 1 AND 40 AND aim NOT GLOB '*[^a-z-]*');

-- What came before in an executive's sessions, by format: read whenever a session's beginning is proposed.
CREATE INDEX sessions_of_path ON sessions (executive_id, programme_id, format_id, starts_at)
  WHERE status IN ('happened', 'cut-short') OR passed = 1;
CREATE INDEX commitments_of_session ON commitments (session_id, made_at) WHERE replaced = 0;

-- Programmes that are there already get the formats that are new, after those they have. What was edited or put away
-- stays as it was.
INSERT INTO formats (id, programme_id, position, standard, made_at)
SELECT 'fmt_' || lower(hex(randomblob(13))), programmes.id,
  (SELECT coalesce(max(position), -1) FROM formats WHERE programme_id = programmes.id) + 1 + standards.key,
  standards.value, programmes.created_at
FROM programmes CROSS JOIN json_each('["first-meeting", "read-along", "your-ten-minutes", "who-answers-for-you",
  "react-and-thank", "answer-once", "quiet-voice", "your-reasoning", "three-readers", "ask-the-network",
  "meeting-to-thread", "invite-one-peer", "tell-what-you-learnt", "closing-talk"]') AS standards
WHERE programmes.purged_at IS NULL;
