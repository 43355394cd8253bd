-- Instants are epoch milliseconds; a `day` is YYYY-MM-DD on somebody's wall. JSON columns are checked at the door.

CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email TEXT NOT NULL CHECK (email = lower(trim(email)) AND length(email) <= 254),
  zone TEXT NOT NULL,
  locale TEXT NOT NULL CHECK (locale IN ('en', 'fr')),
  unit TEXT,
  reports_to TEXT REFERENCES people (id) CHECK (reports_to <> id),
  blockers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(blockers)),
  rules TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rules)),
  reply_address TEXT NOT NULL CHECK (reply_address = lower(reply_address)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX people_reply_address ON people (reply_address);
CREATE INDEX people_reports_to ON people (reports_to);

-- One address belongs to one human, whether it is the first or an alias.
CREATE TABLE addresses (
  address TEXT PRIMARY KEY NOT NULL CHECK (address = lower(trim(address)) AND length(address) <= 254),
  person_id TEXT NOT NULL REFERENCES people (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_person ON addresses (person_id);

CREATE TABLE programmes (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 60),
  policy TEXT NOT NULL CHECK (json_valid(policy)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE memberships (
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'mentor', 'executive', 'assistant', 'sponsor')),
  since INTEGER NOT NULL,
  PRIMARY KEY (programme_id, role, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_person ON memberships (person_id);

CREATE TABLE assistants (
  executive_id TEXT NOT NULL REFERENCES people (id),
  assistant_id TEXT NOT NULL REFERENCES people (id) CHECK (assistant_id <> executive_id),
  from_at INTEGER NOT NULL,
  until_at INTEGER CHECK (until_at > from_at),
  PRIMARY KEY (executive_id, assistant_id, from_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX assistants_assistant ON assistants (assistant_id);

CREATE TABLE pairings (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  mentor_id TEXT NOT NULL REFERENCES people (id),
  executive_id TEXT NOT NULL REFERENCES people (id) CHECK (executive_id <> mentor_id),
  kind TEXT NOT NULL CHECK (kind IN ('workshop', 'mentoring', 'reverse-mentoring')),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'active', 'paused', 'ended')),
  place TEXT CHECK (place IS NULL OR json_valid(place)),
  override_reason TEXT CHECK (length(override_reason) <= 500),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX pairings_living ON pairings (programme_id, executive_id, mentor_id) WHERE status <> 'ended';
CREATE INDEX pairings_mentor ON pairings (mentor_id);
CREATE INDEX pairings_executive ON pairings (executive_id);

CREATE TABLE availability (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  zone TEXT NOT NULL,
  weekly TEXT NOT NULL CHECK (json_valid(weekly)),
  exceptions TEXT NOT NULL CHECK (json_valid(exceptions))
) STRICT, WITHOUT ROWID;

-- Every decision that rests on somebody's diary raises its version by one from what it read.
CREATE TABLE diaries (
  person_id TEXT PRIMARY KEY NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TRIGGER diaries_one_writer_a_version BEFORE UPDATE ON diaries
WHEN NEW.version <> OLD.version + 1
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  pairing_id TEXT NOT NULL REFERENCES pairings (id),
  programme_id TEXT NOT NULL REFERENCES programmes (id),
  mentor_id TEXT NOT NULL REFERENCES people (id),
  executive_id TEXT NOT NULL REFERENCES people (id) CHECK (executive_id <> mentor_id),
  status TEXT NOT NULL CHECK (status IN ('offered', 'fixed', 'happened', 'cut-short', 'did-not-happen', 'cancelled')),
  starts_at INTEGER,
  ends_at INTEGER,
  wall TEXT,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  zone TEXT NOT NULL,
  place TEXT CHECK (place IS NULL OR json_valid(place)),
  bumps INTEGER NOT NULL DEFAULT 0 CHECK (bumps >= 0),
  version INTEGER NOT NULL CHECK (version > 0),
  not_before INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND (starts_at IS NULL) = (wall IS NULL)),
  CHECK (ends_at - starts_at BETWEEN 300000 AND 28800000),
  CHECK (status NOT IN ('fixed', 'happened', 'cut-short', 'did-not-happen') OR starts_at IS NOT NULL),
  CHECK (status <> 'offered' OR starts_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX sessions_one_open_a_pairing ON sessions (pairing_id) WHERE status IN ('offered', 'fixed');
CREATE INDEX sessions_pairing ON sessions (pairing_id, starts_at);
CREATE INDEX sessions_programme ON sessions (programme_id, starts_at);
CREATE INDEX sessions_mentor ON sessions (mentor_id, starts_at);
CREATE INDEX sessions_executive ON sessions (executive_id, starts_at);
CREATE INDEX sessions_open ON sessions (programme_id, starts_at) WHERE status IN ('offered', 'fixed');
CREATE INDEX sessions_fixed ON sessions (ends_at) WHERE status = 'fixed';

-- What is taken of a person's time: a row for each of the two people, for sessions (held_until null) and holds alike.
-- The longest session bounds the overlap query on both sides, so that its cost does not grow with the past.
CREATE TABLE claims (
  person_id TEXT NOT NULL REFERENCES people (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  held_until INTEGER,
  PRIMARY KEY (person_id, starts_at, session_id),
  CHECK (ends_at - starts_at BETWEEN 300000 AND 28800000)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_session ON claims (session_id);
CREATE INDEX claims_held ON claims (person_id, held_until) WHERE held_until IS NOT NULL;
CREATE TRIGGER claims_never_overlap BEFORE INSERT ON claims
WHEN EXISTS (
  SELECT 1 FROM claims
  WHERE person_id = NEW.person_id AND session_id <> NEW.session_id
    AND starts_at < NEW.ends_at AND starts_at > NEW.starts_at - 28800000 AND ends_at > NEW.starts_at
)
BEGIN
  SELECT RAISE(ABORT, 'slot-taken');
END;
CREATE TRIGGER claims_never_move_into_an_overlap BEFORE UPDATE ON claims
WHEN EXISTS (
  SELECT 1 FROM claims
  WHERE person_id = NEW.person_id AND session_id <> NEW.session_id
    AND NOT (person_id = OLD.person_id AND session_id = OLD.session_id AND starts_at = OLD.starts_at)
    AND starts_at < NEW.ends_at AND starts_at > NEW.starts_at - 28800000 AND ends_at > NEW.starts_at
)
BEGIN
  SELECT RAISE(ABORT, 'slot-taken');
END;

-- A fixed session holds both its people at its very time; so no session is fixed past the two triggers above.
CREATE TRIGGER sessions_fixed_only_with_both_claims BEFORE INSERT ON sessions
WHEN NEW.status = 'fixed' AND (
  SELECT count(*) FROM claims
  WHERE person_id IN (NEW.mentor_id, NEW.executive_id) AND starts_at = NEW.starts_at AND ends_at = NEW.ends_at
    AND session_id = NEW.id AND held_until IS NULL
) <> 2
BEGIN
  SELECT RAISE(ABORT, 'unclaimed');
END;
CREATE TRIGGER sessions_moved_only_with_both_claims BEFORE UPDATE ON sessions
WHEN NEW.status = 'fixed' AND (
  SELECT count(*) FROM claims
  WHERE person_id IN (NEW.mentor_id, NEW.executive_id) AND starts_at = NEW.starts_at AND ends_at = NEW.ends_at
    AND session_id = NEW.id AND held_until IS NULL
) <> 2
BEGIN
  SELECT RAISE(ABORT, 'unclaimed');
END;
CREATE TRIGGER claims_of_a_fixed_session_stay BEFORE DELETE ON claims
WHEN OLD.held_until IS NULL AND EXISTS (
  SELECT 1 FROM sessions
  WHERE id = OLD.session_id AND status = 'fixed' AND starts_at = OLD.starts_at
    AND OLD.person_id IN (mentor_id, executive_id)
)
BEGIN
  SELECT RAISE(ABORT, 'claimed');
END;
CREATE TRIGGER claims_of_a_fixed_session_keep_their_place BEFORE UPDATE ON claims
WHEN OLD.held_until IS NULL
  AND (NEW.person_id <> OLD.person_id OR NEW.starts_at <> OLD.starts_at OR NEW.session_id <> OLD.session_id
    OR NEW.held_until IS NOT NULL)
  AND EXISTS (
    SELECT 1 FROM sessions
    WHERE id = OLD.session_id AND status = 'fixed' AND starts_at = OLD.starts_at
      AND OLD.person_id IN (mentor_id, executive_id)
  )
BEGIN
  SELECT RAISE(ABORT, 'claimed');
END;

CREATE TABLE offers (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'none', 'later', 'superseded', 'expired')),
  asked_id TEXT NOT NULL REFERENCES people (id),
  held_until INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  answered_option TEXT REFERENCES options (id) DEFERRABLE INITIALLY DEFERRED,
  answered_by TEXT REFERENCES people (id),
  answered_via TEXT CHECK (answered_via IN ('calendar', 'link', 'manager', 'prose')),
  answered_at INTEGER,
  CHECK ((answered_by IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (answered_via IS NULL))
) STRICT;
CREATE UNIQUE INDEX offers_one_open_a_session ON offers (session_id) WHERE status = 'open';
CREATE INDEX offers_session ON offers (session_id, made_at);
CREATE INDEX offers_open ON offers (held_until) WHERE status = 'open';

CREATE TABLE options (
  id TEXT PRIMARY KEY NOT NULL,
  offer_id TEXT NOT NULL REFERENCES offers (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('found', 'own', 'counter')),
  CHECK (ends_at - starts_at BETWEEN 300000 AND 28800000)
) STRICT;
CREATE INDEX options_offer ON options (offer_id, starts_at);

CREATE TABLE invites (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) <= 255),
  organizer TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  partstat TEXT NOT NULL CHECK (partstat IN ('NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED')),
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  stamped_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IS NULL OR json_valid(answer))
) STRICT;
CREATE UNIQUE INDEX invites_one_live_a_person ON invites (session_id, person_id) WHERE live = 1;
CREATE INDEX invites_session ON invites (session_id);
CREATE TRIGGER invites_sequence_never_falls BEFORE UPDATE ON invites
WHEN NEW.sequence < OLD.sequence OR NEW.stamped_at < OLD.stamped_at OR NEW.uid <> OLD.uid
BEGIN
  SELECT RAISE(ABORT, 'sequence-falls');
END;

-- What happened, in ids and codes only: reasons and names stand elsewhere, where they can be purged.
CREATE TABLE events (
  subject TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  at INTEGER NOT NULL,
  actor_id TEXT,
  door TEXT NOT NULL,
  code TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  PRIMARY KEY (subject, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER events_one_writer_a_version BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE subject = NEW.subject AND version = NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'changed-meanwhile');
END;
CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- Who must hear. A row holds all that its mail says, so that sending it again writes the same mail.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  effect TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  session_id TEXT REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  letter TEXT NOT NULL CHECK (json_valid(letter)),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'stopped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  sent_at INTEGER,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_failed ON outbox (created_at) WHERE state = 'failed';
CREATE INDEX outbox_session ON outbox (session_id);
CREATE INDEX outbox_person ON outbox (person_id, created_at);

CREATE TABLE outcomes (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  result TEXT NOT NULL CHECK (result IN ('happened', 'cut-short', 'did-not-happen', 'moved')),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
  last_done TEXT CHECK (last_done IN ('yes', 'partly', 'no')),
  benefit TEXT CHECK (benefit IN ('scale', 'align', 'filters')),
  evidence TEXT CHECK (evidence IN ('reading', 'answering', 'posting', 'asking-others-in')),
  needs_manager INTEGER NOT NULL DEFAULT 0 CHECK (needs_manager IN (0, 1)),
  logged_by TEXT NOT NULL REFERENCES people (id),
  logged_at INTEGER NOT NULL,
  replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1))
) STRICT;
CREATE INDEX outcomes_flagged ON outcomes (logged_at) WHERE needs_manager = 1 AND replaced = 0;
CREATE UNIQUE INDEX outcomes_one_counts_a_session ON outcomes (session_id) WHERE replaced = 0;

CREATE TABLE commitments (
  id TEXT PRIMARY KEY NOT NULL,
  pairing_id TEXT NOT NULL REFERENCES pairings (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 140),
  due_on TEXT,
  done TEXT CHECK (done IN ('yes', 'partly', 'no')),
  made_at INTEGER NOT NULL,
  replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1))
) STRICT;
CREATE INDEX commitments_pairing ON commitments (pairing_id, made_at);

-- The id is a client's own: the same content again is answered the same, other content is refused.
CREATE TABLE requests (
  id TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL,
  made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A link in a mail: its token is derived from its id and the installation's secret, and stands here only as a hash.
CREATE TABLE links (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'invite', 'log', 'confirm')),
  person_id TEXT NOT NULL REFERENCES people (id),
  session_id TEXT NOT NULL REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX links_person ON links (person_id);
CREATE INDEX links_session ON links (session_id);
CREATE INDEX links_offer ON links (offer_id) WHERE offer_id IS NOT NULL;

CREATE TABLE sign_ins (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES people (id),
  asked_at INTEGER NOT NULL,
  link_until INTEGER NOT NULL,
  used_at INTEGER,
  until_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX sign_ins_person ON sign_ins (person_id, asked_at);

-- Counters of a window of time, for limits; the key is a hash.
CREATE TABLE counters (
  key TEXT NOT NULL,
  window INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (key, window)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  route TEXT NOT NULL
) STRICT;
CREATE INDEX access_log_subject ON access_log (subject_id, at);
CREATE TRIGGER access_log_stays_as_written BEFORE UPDATE ON access_log
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER access_log_is_kept BEFORE DELETE ON access_log
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;
CREATE TRIGGER access_log_is_never_replaced BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'append-only');
END;

-- Mail that came in: what was understood of it, and whether it waits for a human.
CREATE TABLE received (
  id TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  person_id TEXT REFERENCES people (id),
  session_id TEXT REFERENCES sessions (id),
  class TEXT NOT NULL,
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  state TEXT NOT NULL CHECK (state IN ('applied', 'history', 'ignored', 'waiting', 'settled')),
  why TEXT
) STRICT;
CREATE INDEX received_waiting ON received (at) WHERE state = 'waiting';
CREATE INDEX received_session ON received (session_id);

-- A time somebody proposed that nobody has decided on: from a calendar, or written on the answer page.
CREATE TABLE proposals (
  id TEXT PRIMARY KEY NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  via TEXT NOT NULL CHECK (via IN ('calendar', 'link', 'manager', 'prose')),
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'superseded')),
  CHECK (ends_at - starts_at BETWEEN 300000 AND 28800000)
) STRICT;
CREATE INDEX proposals_session ON proposals (session_id);
CREATE INDEX proposals_waiting ON proposals (at) WHERE state = 'waiting';

-- Why a human overrode a rule, in his words: apart from the events, so that it can be purged.
CREATE TABLE reasons (
  subject TEXT NOT NULL,
  version INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  PRIMARY KEY (subject, version)
) STRICT, WITHOUT ROWID;
