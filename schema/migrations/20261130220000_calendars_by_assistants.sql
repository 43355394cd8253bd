-- The assistant who gave an executive's calendar to be read; null: whoever it is of, or a manager for a mentor.
ALTER TABLE busy_feeds ADD COLUMN assistant_id TEXT REFERENCES people (id);
