import type { Queries } from './query.ts'

type Name =
  | 'minutes-astray'
  | 'open-after-end'
  | 'two-open-sessions'
  | 'wrong-people'
  | 'offer-astray'
  | 'log-astray'
  | 'events-missing'
  | 'state-astray'

const FIXING = "'fixed', 'booked', 'moved', 'mentor-changed'"
const REOPENING = "'offered', 'round-opened', 'bumped', 'mentor-could-not', 'reopened'"
const LOGGING = "'logged', 'log-replaced', 'log-corrected'"
/** After these a session stands as they say. A press that was taken back says nothing of what stood before it. */
const DECIDING = `${FIXING}, ${REOPENING}, ${LOGGING}, 'not-met', 'cancelled', 'undone'`

export const SESSION_QUERIES: Queries<Name> = {
  'minutes-astray': () => `SELECT id FROM sessions WHERE ends_at - starts_at <> minutes * 60000`,
  // A date that has passed is still logged.
  'open-after-end': (
    at,
  ) => `SELECT sessions.id FROM sessions JOIN pairings ON pairings.id = sessions.pairing_id
    WHERE pairings.status = 'ended' AND ((sessions.status = 'fixed' AND starts_at > ${at})
      OR EXISTS (SELECT 1 FROM offers WHERE session_id = sessions.id AND offers.status = 'open'
        AND sessions.status = 'offered' AND offers.held_until > ${at}))`,
  'two-open-sessions': () => `SELECT pairing_id AS id FROM sessions
    WHERE status IN ('offered', 'fixed') AND passed = 0 GROUP BY pairing_id HAVING count(*) > 1`,
  'wrong-people': () => `SELECT sessions.id FROM sessions JOIN pairings ON pairings.id = sessions.pairing_id
    WHERE sessions.executive_id <> pairings.executive_id OR sessions.programme_id <> pairings.programme_id
      OR sessions.mentor_id = sessions.executive_id
    UNION SELECT sessions.id FROM invites JOIN sessions ON sessions.id = invites.session_id
    WHERE live = 1 AND person_id NOT IN (mentor_id, executive_id)`,
  'offer-astray': () => `SELECT offers.id FROM offers JOIN sessions ON sessions.id = offers.session_id
    WHERE offers.status = 'open' AND sessions.status <> 'offered'
    UNION SELECT offers.id FROM offers LEFT JOIN options ON options.id = answered_option
    WHERE answered_option IS NOT NULL AND options.offer_id IS NOT offers.id`,
  'log-astray': () => `SELECT sessions.id FROM sessions
    LEFT JOIN outcomes ON outcomes.session_id = sessions.id AND replaced = 0
    WHERE iif(status IN ('happened', 'cut-short', 'did-not-happen'), result IS NOT status,
      result IN ('happened', 'cut-short', 'did-not-happen'))`,
  // Those of people, pairings and programmes have gaps: an erasure and a purge raise a version and say nothing.
  'events-missing': () => `SELECT sessions.id FROM sessions LEFT JOIN (
      SELECT subject, min(version) AS first, max(version) AS last, count(*) AS count FROM events
      WHERE substr(subject, 1, 4) = 'ses_' GROUP BY subject) AS numbered ON numbered.subject = sessions.id
    WHERE first IS NOT 1 OR last IS NOT count OR last IS NOT sessions.version`,
  'state-astray': () => `SELECT sessions.id FROM sessions JOIN (
      SELECT subject, max(version) AS version FROM events WHERE code IN (${DECIDING}) GROUP BY subject) AS decided
      ON decided.subject = sessions.id
    JOIN events ON events.subject = decided.subject AND events.version = decided.version
    WHERE (code IN (${FIXING}) AND (status <> 'fixed' OR starts_at <> json_extract(detail, '$.start')))
      OR (code IN (${REOPENING}) AND status <> 'offered') OR (code = 'cancelled' AND status <> 'cancelled')
      OR (code = 'not-met' AND status <> 'did-not-happen')
      OR (code IN (${LOGGING}) AND status <> iif(json_extract(detail, '$.result') = 'moved', 'offered',
        json_extract(detail, '$.result')))`,
}
