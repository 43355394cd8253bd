-- Two more purposes of a link: `meeting`, the mentor's on the day; `own`, the executive's page about himself.
CREATE TABLE links_anew (
  id TEXT PRIMARY KEY NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  purpose TEXT NOT NULL CHECK (purpose IN ('answer', 'invite', 'log', 'confirm', 'meeting', 'own')),
  person_id TEXT NOT NULL REFERENCES people (id),
  session_id TEXT NOT NULL REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT REFERENCES offers (id) DEFERRABLE INITIALLY DEFERRED,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
INSERT INTO links_anew (id, token_hash, purpose, person_id, session_id, offer_id, expires_at, revoked_at)
SELECT id, token_hash, purpose, person_id, session_id, offer_id, expires_at, revoked_at FROM links;
DROP TABLE links;
ALTER TABLE links_anew RENAME TO links;
CREATE INDEX links_person ON links (person_id);
CREATE INDEX links_session ON links (session_id);
CREATE INDEX links_offer ON links (offer_id) WHERE offer_id IS NOT NULL;
