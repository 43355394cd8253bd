-- A manager's own words in the first mail to whoever answers, and the rule that she set aside for a time she chose.
ALTER TABLE offers ADD COLUMN words TEXT CHECK (length(words) BETWEEN 1 AND 1000);
ALTER TABLE options ADD COLUMN against TEXT;
