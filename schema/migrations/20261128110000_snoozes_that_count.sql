-- Today reads what is put off to a day to come, and what was done with lately, however much there was before.
CREATE INDEX snoozes_that_count ON snoozes (programme_id, until_at, made_at);
