-- Somebody leaves a programme: his last day there by his own clock, since when that is known, and when the membership
-- ended. What the programme said of him stays until it is purged; his roles (`memberships`) go.
ALTER TABLE members ADD COLUMN leaves_on TEXT CHECK (length(leaves_on) = 10);
ALTER TABLE members ADD COLUMN leaving_since INTEGER;
ALTER TABLE members ADD COLUMN left_at INTEGER;
CREATE INDEX members_leaving ON members (person_id) WHERE leaves_on IS NOT NULL AND left_at IS NULL;
