-- What somebody is asked now: for the way to the next question, and for an assistant's desk.
CREATE INDEX offers_asked ON offers (asked_id, held_until) WHERE status = 'open';
