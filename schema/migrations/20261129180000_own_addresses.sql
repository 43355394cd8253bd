-- The addresses by which one programme knows a person, as a list with the one to write to first. Null: the shared ones.
ALTER TABLE members ADD COLUMN own_addresses TEXT CHECK (json_valid(own_addresses));
CREATE INDEX members_with_own_addresses ON members (person_id, programme_id) WHERE own_addresses IS NOT NULL;
