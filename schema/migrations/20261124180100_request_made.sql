-- What a request led to: a booking over an open offer is that offer's session, not one of the request's own id.
ALTER TABLE requests ADD COLUMN made TEXT;
