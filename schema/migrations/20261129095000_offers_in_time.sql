-- Each held time has an hour of its own; an offer says from when on it counts as unanswered; and a round knows the times
-- it has tried. What went out before keeps what its mail said.
ALTER TABLE options ADD COLUMN until_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE options ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
UPDATE options SET until_at = min(starts_at, (SELECT held_until FROM offers WHERE offers.id = options.offer_id));

-- Two working days, as near as a query can tell.
ALTER TABLE offers ADD COLUMN unanswered_at INTEGER NOT NULL DEFAULT 0;
UPDATE offers SET unanswered_at = made_at + 86400000 *
  CASE strftime('%w', made_at / 1000, 'unixepoch') WHEN '4' THEN 4 WHEN '5' THEN 4 WHEN '6' THEN 3 ELSE 2 END;

ALTER TABLE sessions ADD COLUMN tried TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tried));
UPDATE sessions SET tried = (
  SELECT json_group_array(json_object('start', starts_at, 'end', ends_at, 'at', at, 'how', how)) FROM (
    SELECT options.starts_at, options.ends_at, coalesce(offers.answered_at, offers.held_until) AS at,
      iif(offers.status = 'none', 'refused', 'unanswered') AS how
    FROM offers JOIN options ON options.offer_id = offers.id
    WHERE offers.session_id = sessions.id AND offers.status IN ('none', 'later', 'superseded', 'expired')
    UNION ALL
    SELECT detail ->> 'start', (detail ->> 'start') + sessions.minutes * 60000, events.at, 'refused'
    FROM events WHERE events.subject = sessions.id AND code = 'bumped'
  )
)
WHERE status IN ('offered', 'fixed') AND passed = 0
  AND (bumps > 0 OR EXISTS (SELECT 1 FROM offers WHERE session_id = sessions.id AND offers.status <> 'open'))
  AND (SELECT status FROM programmes WHERE id = sessions.programme_id) = 'open';
