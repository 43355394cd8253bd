-- The secret address that somebody answers to, sealed. Where it is, reply_address holds only its hash, by which it is
-- found; an address in clear is of an older version, and a night seals it.
ALTER TABLE people ADD COLUMN reply_sealed TEXT;
