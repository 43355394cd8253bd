-- A pairing handed over goes on in another: which it follows, and when the executive last met before it began.
ALTER TABLE pairings ADD COLUMN follows TEXT;
ALTER TABLE pairings ADD COLUMN last_met INTEGER;

CREATE INDEX pairings_follows ON pairings (follows) WHERE follows IS NOT NULL;
