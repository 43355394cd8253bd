import type { Queries } from './query.ts'

/** What is counted once and kept, counted again. */
export const COUNT_QUERIES: Queries<'bumps-miscounted' | 'totals-miscounted'> = {
  // Never fewer than the last bump said, unless it was undone; never more than there were dates given up or moved.
  'bumps-miscounted': () => `SELECT sessions.id FROM sessions LEFT JOIN (
      SELECT subject, max(iif(code = 'bumped', version, 0)) AS bumped, max(iif(code = 'undone', version, 0)) AS undone,
        count(*) FILTER (WHERE code IN ('bumped', 'moved')) AS most
      FROM events WHERE code IN ('bumped', 'moved', 'undone') GROUP BY subject) AS given ON given.subject = sessions.id
    LEFT JOIN events ON events.subject = sessions.id AND events.version = bumped
    WHERE bumps > coalesce(most, 0) OR (undone < bumped AND bumps < json_extract(detail, '$.bumps'))`,
  'totals-miscounted': () => `SELECT totals.programme_id AS id FROM totals LEFT JOIN (
      SELECT programme_id, count(starts_at) AS fixed, count(*) FILTER (WHERE held) AS held,
        sum((ends_at - starts_at) / 60000) FILTER (WHERE held) AS minutes, sum(bumps) AS bumps,
        count(DISTINCT iif(held, executive_id, NULL)) AS executives
      FROM (SELECT *, status IN ('happened', 'cut-short') AS held FROM sessions) GROUP BY programme_id) AS counted
      ON counted.programme_id = totals.programme_id
    WHERE totals.fixed <> coalesce(counted.fixed, 0) OR totals.held <> coalesce(counted.held, 0)
      OR totals.minutes <> coalesce(counted.minutes, 0) OR totals.bumps <> coalesce(counted.bumps, 0)
      OR totals.executives <> coalesce(counted.executives, 0)`,
}
