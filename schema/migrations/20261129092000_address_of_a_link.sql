-- A link, a sign-in and a feed are given to whoever reads an address. They open nothing once it is no longer theirs.
ALTER TABLE links ADD COLUMN address TEXT CHECK (length(address) <= 254);
ALTER TABLE sign_ins ADD COLUMN address TEXT CHECK (length(address) <= 254);
ALTER TABLE feeds ADD COLUMN address TEXT CHECK (length(address) <= 254);

-- The letter that carried it says where it went.
UPDATE links SET address = carried.address FROM (
  SELECT link_id, min(address) AS address FROM (
    SELECT json_extract(letter, '$.linkId') AS link_id, json_extract(letter, '$.reader.email') AS address FROM outbox
    UNION ALL
    SELECT json_extract(offer.value, '$.linkId'), json_extract(outbox.letter, '$.reader.email')
    FROM outbox, json_each(outbox.letter, '$.offers') AS offer)
  WHERE link_id IS NOT NULL AND address <> ''
  GROUP BY link_id HAVING count(DISTINCT address) = 1) AS carried
WHERE carried.link_id = links.id;
UPDATE sign_ins SET address = (
  SELECT nullif(json_extract(letter, '$.reader.email'), '') FROM outbox WHERE dedupe_key = 'sign-in:' || sign_ins.id);

-- Without its letter: the address of now, where nothing says that it was ever another. Else it stays unknown and opens nothing.
CREATE TABLE steady AS SELECT id, email FROM people
WHERE email <> ''
  AND id NOT IN (
    SELECT subject FROM events
    WHERE code = 'person-changed' AND ' ' || coalesce(json_extract(detail, '$.fields'), 'email') || ' ' LIKE '% email %')
  AND id NOT IN (
    SELECT outbox.person_id FROM outbox JOIN people AS reader ON reader.id = outbox.person_id
    WHERE json_extract(outbox.letter, '$.reader.email') NOT IN ('', reader.email));
UPDATE links SET address = (SELECT email FROM steady WHERE id = links.person_id) WHERE address IS NULL;
UPDATE sign_ins SET address = (SELECT email FROM steady WHERE id = sign_ins.person_id) WHERE address IS NULL;
UPDATE feeds SET address = (SELECT email FROM steady WHERE id = feeds.person_id);
DROP TABLE steady;
