-- Which mails a manager gets of this programme, until which day she is away, and who gets them meanwhile.
ALTER TABLE members ADD COLUMN notify TEXT NOT NULL DEFAULT 'both';
ALTER TABLE members ADD COLUMN away_until TEXT;
ALTER TABLE members ADD COLUMN deputy_id TEXT REFERENCES people (id);
