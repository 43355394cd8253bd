-- A link of a mentor's list serves one session on one of his days. `day` stands in a place that came from a list alone.
CREATE UNIQUE INDEX sessions_one_link_a_day
  ON sessions (json_extract(place, '$.url'), json_extract(place, '$.day'))
  WHERE status <> 'cancelled' AND starts_at IS NOT NULL AND json_extract(place, '$.day') IS NOT NULL;
