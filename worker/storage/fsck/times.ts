import type { Instant } from '../../domain/time/time.ts'
import type { Queries } from './query.ts'

/** Each time that a session, or an open offer that can still be answered, states; a row for each of the two people. */
const taken = (at: Instant) => `WITH stated AS (
  SELECT id AS session_id, mentor_id, executive_id, starts_at, ends_at, NULL AS held_until
  FROM sessions WHERE starts_at IS NOT NULL AND status <> 'cancelled'
  UNION ALL
  SELECT sessions.id, mentor_id, executive_id, options.starts_at, options.ends_at, options.until_at
  FROM offers JOIN sessions ON sessions.id = offers.session_id JOIN options ON options.offer_id = offers.id
  WHERE offers.status = 'open' AND sessions.status = 'offered' AND dropped = 0 AND until_at > ${at}
), taken AS (
  SELECT iif(side.value = 0, mentor_id, executive_id) AS person_id, session_id, starts_at, ends_at, held_until
  FROM stated, json_each('[0,1]') AS side
)`
const COLUMNS = 'person_id, session_id, starts_at, ends_at, held_until'

/** Of people's time, from what sessions and offers state; `claims` are compared with that. */
export const TIME_QUERIES: Queries<'double-booked' | 'not-claimed' | 'claimed-for-nothing' | 'link-shared'> =
  {
    // In order of time, whatever begins before all earlier ones have ended; then whether that is another session.
    'double-booked': (at) => `${taken(at)}, ordered AS (
    SELECT *, max(ends_at) OVER (PARTITION BY person_id ORDER BY starts_at, ends_at
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until FROM taken)
    SELECT DISTINCT later.session_id AS id FROM ordered AS later JOIN taken AS earlier
    ON earlier.person_id = later.person_id AND earlier.session_id <> later.session_id
      AND earlier.starts_at < later.ends_at AND earlier.ends_at > later.starts_at
    WHERE later.until > later.starts_at`,
    'not-claimed': (at) => `${taken(at)} SELECT DISTINCT session_id AS id FROM (
    SELECT ${COLUMNS} FROM taken EXCEPT SELECT ${COLUMNS} FROM claims)`,
    // A hold that is over is freed by the next who wants its time; a press that can be undone keeps what it freed.
    'claimed-for-nothing': (at) => `${taken(at)} SELECT DISTINCT session_id AS id FROM (
    SELECT ${COLUMNS} FROM claims WHERE held_until IS NULL OR held_until > ${at}
    EXCEPT SELECT ${COLUMNS} FROM taken) AS claim
    WHERE NOT EXISTS (SELECT 1 FROM undos WHERE undos.session_id = claim.session_id AND until_at = claim.held_until)`,
    // A link of a list: on one day for two sessions, or on a day that is not its session's in any zone.
    'link-shared': () => `WITH listed AS (
    SELECT id, starts_at, json_extract(place, '$.url') AS url, json_extract(place, '$.day') AS day FROM sessions
    WHERE +status <> 'cancelled' AND +starts_at IS NOT NULL AND json_extract(+place, '$.day') IS NOT NULL)
    SELECT id FROM (SELECT *, count(*) OVER (PARTITION BY url, day) AS count FROM listed)
    WHERE count > 1 OR day NOT BETWEEN date(starts_at / 1000 - 50400, 'unixepoch')
      AND date(starts_at / 1000 + 50400, 'unixepoch')`,
  }
