import { env } from 'cloudflare:workers'

import { before, DAY, HOUR, MINUTE } from '../../worker/domain/time.ts'
import { at } from './times.ts'
import type { World } from './world.ts'

const NOW = at('2027-03-15T08:00Z')

/**
 * One every hour, back from a month ago, with all that belongs to each: time of both, invites, the offer, what
 * happened, what was logged, the letters, the mail that came in, and a line of Today that was settled.
 */
export async function manyPastSessions(
  { pairing, northwind, tom, bernard, nadia, odile }: World,
  count: number,
): Promise<void> {
  const last = before(NOW, 31 * DAY)
  const past = `WITH RECURSIVE past (number, id, start) AS (
    SELECT 0, 'ses_past0', ${last}
    UNION ALL SELECT number + 1, 'ses_past' || (number + 1), start - ${HOUR} FROM past WHERE number + 1 < ${count})`
  const end = `start + ${30 * MINUTE}`
  const both = `past, people WHERE people.id IN ('${tom.id}', '${bernard.id}')`
  const letter = `json_object('kind', 'invite', 'method', 'REQUEST', 'reader', json_object('email', '${bernard.email}'))`
  const parts = [
    `sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes, zone,
      version, created_at)
     SELECT id, '${pairing.id}', '${northwind.id}', '${tom.id}', '${bernard.id}', 'happened', start, ${end},
      '2027-01-01T00:00', 30, 'Europe/Paris', 1, start FROM past`,
    `claims (person_id, starts_at, ends_at, session_id) SELECT people.id, start, ${end}, past.id FROM ${both}`,
    `invites (id, session_id, person_id, uid, organizer, sequence, partstat, live, stamped_at)
     SELECT 'inv_' || past.id || people.id, past.id, people.id, past.id || people.id, 'o', 0, 'ACCEPTED', 1, 0 FROM ${both}`,
    `offers (id, session_id, status, asked_id, held_until, made_at)
     SELECT 'off_' || id, id, 'answered', '${odile.id}', start, start FROM past`,
    `events (subject, version, at, door, code) SELECT id, 1, start, 'manager', 'booked' FROM past`,
    `outcomes (id, session_id, result, logged_by, logged_at, starts_at, ends_at)
     SELECT 'out_' || id, id, 'happened', '${tom.id}', 0, start, ${end} FROM past`,
    `commitments (id, pairing_id, session_id, words, made_at)
     SELECT 'com_' || id, '${pairing.id}', id, 'Read one thread', start FROM past`,
    // One letter in three failed and one was stopped, all of them dealt with long ago.
    `outbox (id, effect, person_id, session_id, letter, state, due_at, created_at)
     SELECT 'let_' || id, id, '${bernard.id}', id, ${letter},
      CASE number % 3 WHEN 1 THEN 'failed' WHEN 2 THEN 'stopped' ELSE 'sent' END, start, start FROM past`,
    `snoozes (programme_id, key, until_at, made_at, made_by)
     SELECT '${northwind.id}', 'undelivered:let_' || id, NULL, start, '${nadia.id}' FROM past WHERE number % 3 = 1`,
    `received (id, fingerprint, at, person_id, session_id, class, reading, state)
     SELECT 'rcv_' || id, id, start, '${bernard.id}', id, 'reply', '{}', 'applied' FROM past`,
  ]
  for (const part of parts) await env.DB.prepare(`${past} INSERT INTO ${part}`).run()
}
