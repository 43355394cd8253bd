-- A plan that a program drafted stands on Today until somebody sends its row or leaves it out: by which key it was drafted.
-- The key itself goes ninety days after its end, the plan stays.
ALTER TABLE plans ADD COLUMN key_id TEXT;
CREATE INDEX plans_drafted ON plans (programme_id, made_at) WHERE key_id IS NOT NULL;
