-- A link, a sign-in and a feed are given to whoever reads an address. They open nothing once it is no longer theirs.
ALTER TABLE links ADD COLUMN address TEXT CHECK (length(address) <= 254);
ALTER TABLE sign_ins ADD COLUMN address TEXT CHECK (length(address) <= 254);
ALTER TABLE feeds ADD COLUMN address TEXT CHECK (length(address) <= 254);

UPDATE links SET address = (SELECT nullif(email, '') FROM people WHERE id = links.person_id);
UPDATE sign_ins SET address = (SELECT nullif(email, '') FROM people WHERE id = sign_ins.person_id);
UPDATE feeds SET address = (SELECT nullif(email, '') FROM people WHERE id = feeds.person_id);
