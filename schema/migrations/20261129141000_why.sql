-- Why a session did not happen, and why the times of an offer did not suit: a code, and of the latter who said it.
ALTER TABLE outcomes ADD COLUMN why_not_held TEXT;
ALTER TABLE offers ADD COLUMN why_not_suited TEXT;
ALTER TABLE offers ADD COLUMN why_said_by TEXT REFERENCES people (id);
