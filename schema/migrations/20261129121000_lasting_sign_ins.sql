-- A sign-in on a device that is its reader's alone lasts longer. The link that was asked for leads back to a page.
ALTER TABLE sign_ins ADD COLUMN trusted INTEGER NOT NULL DEFAULT 0 CHECK (trusted IN (0, 1));
ALTER TABLE sign_ins ADD COLUMN way_back TEXT CHECK (length(way_back) <= 2000);

-- What was typed into a form that was sent after the sign-in had ended: encrypted, and kept for a day.
CREATE TABLE kept_forms (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  kept_at INTEGER NOT NULL,
  sealed TEXT NOT NULL CHECK (length(sealed) <= 90000)
) STRICT;
CREATE INDEX kept_forms_person ON kept_forms (person_id, kept_at);
