-- A client's own key for what it asked: the name that the field has for it.
ALTER TABLE requests RENAME TO idempotency_keys;
