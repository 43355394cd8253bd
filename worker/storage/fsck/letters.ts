import type { Queries } from './query.ts'

type Name =
  | 'letter-doubled'
  | 'sequence-falls'
  | 'invite-after-cancellation'
  | 'letter-state'
  | 'not-invited'
  | 'invite-unsent'
  | 'cancellation-unsent'
  | 'offer-unsent'

const method = "json_extract(letter, '$.method')"
const sequence = "json_extract(letter, '$.sequence')"

/** Letters that change a calendar entry, whose thread is its UID. */
const REVISIONS = `SELECT outbox.id, outbox.rowid AS written, thread, state, sent_at, dedupe_key, outbox.person_id,
    invites.person_id AS attendee_id, invites.sequence AS decided, ${method} AS method,
    ${sequence} AS sequence
  FROM outbox JOIN invites ON invites.uid = outbox.thread`
const WITH_REVISIONS = `WITH revisions AS (SELECT * FROM (${REVISIONS}) WHERE method IN ('REQUEST', 'CANCEL'))`

/** About the calendar entry of an invite. */
const OF_INVITE = 'outbox.session_id = invites.session_id AND outbox.thread = invites.uid'

/** A letter on its way: no text of it can be gone, and only it can be leased. */
const ON_ITS_WAY = `state = 'waiting' AND json_extract(letter, '$.id') IS NULL`

export const LETTER_QUERIES: Queries<Name> = {
  // A revision is decided once: its key says so. Answers to REFRESH, new texts and “send again” have keys of their own.
  // Once its words are gone a letter has no number.
  'letter-doubled': () => `${WITH_REVISIONS}
    SELECT min(id) AS id FROM revisions
    WHERE substr(dedupe_key, 1, length(thread) + 1) = thread || ':' AND sequence IS NOT NULL
    GROUP BY thread, sequence, method HAVING count(*) > 1
    UNION SELECT id FROM revisions WHERE person_id <> attendee_id`,
  'sequence-falls': () => `${WITH_REVISIONS}, sent AS (
    SELECT *, max(sequence) OVER (PARTITION BY thread ORDER BY sent_at, written
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM revisions WHERE state = 'sent')
    SELECT id FROM sent WHERE before > sequence UNION SELECT id FROM revisions WHERE sequence > decided
    UNION SELECT id FROM invites WHERE sent_sequence > sequence`,
  'invite-after-cancellation': () => `${WITH_REVISIONS}
    SELECT request.id FROM revisions AS gone JOIN revisions AS request ON request.thread = gone.thread
    WHERE gone.method = 'CANCEL' AND gone.state = 'sent' AND request.method = 'REQUEST'
      AND ((request.state = 'sent' AND request.sent_at > gone.sent_at)
        OR (request.state IN ('waiting', 'sent') AND request.sequence >= gone.sequence))`,
  'letter-state': (at) => `SELECT id FROM outbox WHERE (lease IS NULL) <> (lease_until IS NULL)
      OR (lease IS NOT NULL AND state <> 'waiting') OR lease_until > ${at} + 3600000
      OR (state = 'sent' AND sent_at IS NULL) OR (state = 'failed' AND error IS NULL)
      OR (state IN ('superseded', 'retired') AND retired_at IS NULL) OR attempts < 0 OR (${ON_ITS_WAY})`,
  'not-invited': (at) => `SELECT DISTINCT sessions.id FROM sessions, json_each('[0,1]') AS side
    LEFT JOIN invites ON invites.session_id = sessions.id AND live = 1
      AND invites.person_id = iif(side.value = 0, mentor_id, executive_id)
    WHERE status = 'fixed' AND starts_at > ${at} AND invites.id IS NULL`,
  // What waits, failed or was stopped is known and shown; what is nowhere would be heard by nobody. A press that was
  // taken back has raised the number, and nobody had to hear of it. After an erasure a letter has lost its number.
  'invite-unsent': (at) => `SELECT invites.id FROM invites JOIN sessions ON sessions.id = invites.session_id
    WHERE live = 1 AND status = 'fixed' AND starts_at > ${at} AND coalesce(sent_sequence, -1) < sequence
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE ${OF_INVITE}
        AND coalesce(${sequence}, invites.sequence) = invites.sequence
        AND ((outbox.state IN ('waiting', 'failed', 'stopped') AND ${method} = 'REQUEST')
          OR (outbox.state = 'retired' AND sent_sequence IS NOT NULL AND EXISTS (
            SELECT 1 FROM events WHERE subject = invites.session_id AND code = 'undone'))))`,
  // Whoever had the invite may still see the event. Who declined in his own calendar gets none.
  'cancellation-unsent': () => `SELECT invites.id FROM invites
    WHERE live = 0 AND sent_sequence < sequence
      AND NOT (partstat = 'DECLINED' AND coalesce(answer ->> '$.via' = 'calendar', 0)) AND NOT EXISTS (SELECT 1 FROM outbox
      WHERE ${OF_INVITE} AND ${method} = 'CANCEL' AND outbox.error IS NOT 'never-had')`,
  'offer-unsent': (at) => `SELECT offers.id FROM offers JOIN sessions ON sessions.id = offers.session_id
    WHERE offers.status = 'open' AND sessions.status = 'offered' AND offers.held_until > ${at}
      AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.session_id = offers.session_id
        AND substr(dedupe_key, 1, 6 + length(offers.id)) = 'offer:' || offers.id)`,
}
