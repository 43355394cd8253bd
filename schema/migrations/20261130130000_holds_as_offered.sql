-- 20261129095000 gave each offered time an hour of its own, and left what is held for it until the hour of the whole offer.
UPDATE claims SET held_until = offered.until_at FROM (
  SELECT offers.session_id, options.starts_at, options.until_at FROM offers JOIN options ON options.offer_id = offers.id
  WHERE offers.status = 'open' AND options.dropped = 0) AS offered
WHERE claims.session_id = offered.session_id AND claims.starts_at = offered.starts_at
  AND claims.held_until IS NOT NULL AND claims.held_until <> offered.until_at;
