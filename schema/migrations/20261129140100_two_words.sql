-- Whether a commitment is done: `done` is what the mentor saw, `said_done` what the executive says. Until now one wrote over
-- the other; what no log says was the executive's word.
ALTER TABLE commitments ADD COLUMN said_done TEXT CHECK (said_done IN ('yes', 'partly', 'no'));
UPDATE commitments SET said_done = done, done = NULL
WHERE done IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM outcomes
  JOIN sessions AS met ON met.id = outcomes.session_id
  JOIN sessions AS agreed ON agreed.id = commitments.session_id
  WHERE met.programme_id = agreed.programme_id AND met.executive_id = agreed.executive_id
    AND outcomes.replaced = 0 AND outcomes.logged_at > commitments.made_at AND outcomes.last_done = commitments.done);
-- Commitments of which both say that they are done; null for programmes that were closed before.
ALTER TABLE totals ADD COLUMN done_by_both INTEGER;
-- What a session's log agreed on is asked for each letter and each reading of a session.
CREATE INDEX commitments_session ON commitments (session_id);
