-- Mail that waits is strangers' or somebody's we know. Who is known is asked when Today is read, so that it follows the
-- people of now. `sender` is null where nobody has to ask: the mail names an event of ours, or no single author.
ALTER TABLE received ADD COLUMN sender TEXT CHECK (length(sender) <= 320);
-- Null at a public mail provider: one person there makes nobody else known.
ALTER TABLE received ADD COLUMN sender_domain TEXT CHECK (length(sender_domain) <= 255);
-- Whether its words, or the calendar in it, suggest an answer.
ALTER TABLE received ADD COLUMN suggests INTEGER NOT NULL DEFAULT 0 CHECK (suggests IN (0, 1));

CREATE INDEX received_waiting_of ON received (person_id, at) WHERE state = 'waiting';
CREATE INDEX received_suggesting ON received (session_id) WHERE state = 'waiting' AND suggests = 1;

UPDATE received SET sender = lower(trim(json_extract(reading, '$.from')))
WHERE state = 'waiting' AND json_type(reading, '$.from') = 'text' AND length(json_extract(reading, '$.from')) <= 254
  AND NOT EXISTS (SELECT 1 FROM invites WHERE uid = json_extract(reading, '$.uid'));
UPDATE received SET sender_domain = substr(sender, instr(sender, '@') + 1)
WHERE sender IS NOT NULL AND instr(sender, '@') > 1 AND substr(sender, instr(sender, '@') + 1) NOT IN (
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr',
  'yahoo.com', 'yahoo.fr', 'icloud.com', 'me.com', 'gmx.de', 'gmx.net', 'web.de', 'aol.com', 'proton.me',
  'protonmail.com', 'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 't-online.de', 'bluewin.ch');

-- Strangers' mails of which no row is kept any more, for the count of all that came.
CREATE TABLE dropped_mails (
  programme_id TEXT PRIMARY KEY NOT NULL REFERENCES programmes (id),
  count INTEGER NOT NULL CHECK (count > 0),
  -- When the first of them came in.
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
