-- Who answered in the writer's stead, from the mail's text.
ALTER TABLE received ADD COLUMN settled_by TEXT REFERENCES people (id);
ALTER TABLE received ADD COLUMN settled_at INTEGER;
