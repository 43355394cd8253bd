-- Today asks for the words of its own people, whatever waits in other programmes.
CREATE INDEX proposals_waiting_of ON proposals (person_id) WHERE state = 'waiting';
