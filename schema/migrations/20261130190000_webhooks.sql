-- Addresses that are told what happens in a programme, and what they are told: ids and codes. Address and secrets are sealed.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY NOT NULL,
  programme_id TEXT REFERENCES programmes (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  address TEXT NOT NULL CHECK (length(address) <= 254),
  url TEXT NOT NULL,
  types TEXT NOT NULL CHECK (json_valid(types)),
  secret TEXT NOT NULL,
  old_secret TEXT,
  old_secret_until INTEGER,
  state TEXT NOT NULL CHECK (state IN ('on', 'off', 'stopped')),
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  failing_since INTEGER,
  CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
) STRICT;
CREATE INDEX webhooks_of_person ON webhooks (person_id);
CREATE INDEX webhooks_of_programme ON webhooks (programme_id) WHERE ended_at IS NULL;

CREATE TABLE webhook_messages (
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  press TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  attempts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attempts)),
  PRIMARY KEY (webhook_id, id)
) STRICT;
CREATE INDEX webhook_messages_waiting ON webhook_messages (due_at) WHERE state = 'waiting';
CREATE INDEX webhook_messages_of_press ON webhook_messages (press) WHERE press IS NOT NULL;
CREATE INDEX webhook_messages_newest ON webhook_messages (webhook_id, at);
