-- What is bad now, since when, and what whoever runs the installation was told of it by mail. Who writes the row raises
-- its version.
ALTER TABLE alerted ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alerted ADD COLUMN bad TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(bad));
ALTER TABLE alerted ADD COLUMN mailed_at INTEGER;
ALTER TABLE alerted ADD COLUMN mailed_since INTEGER;
ALTER TABLE alerted ADD COLUMN mailed_codes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(mailed_codes));
