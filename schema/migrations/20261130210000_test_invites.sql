-- The entry that somebody sent to her own calendar to try it, and what that calendar answered. It is of no session.
CREATE TABLE test_invites (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  uid TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  partstat TEXT CHECK (partstat IN ('ACCEPTED', 'TENTATIVE', 'DECLINED')),
  answer TEXT CHECK (json_valid(answer)),
  CHECK ((partstat IS NULL) = (answer IS NULL))
) STRICT;
