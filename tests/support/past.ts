import { env } from 'cloudflare:workers'

import { before, DAY, HOUR } from '../../worker/domain/time.ts'
import { at } from './times.ts'
import type { World } from './world.ts'

const NOW = at('2027-03-15T08:00Z')

/** One every hour, back from a month ago, with all that belongs to each. */
export async function manyPastSessions(
  { pairing, northwind, tom, bernard }: World,
  count: number,
): Promise<void> {
  const last = before(NOW, 31 * DAY)
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `ses_past${index}`,
    start: last - index * HOUR,
  }))
  const list = JSON.stringify(rows)
  const sessions = `INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at,
      wall, minutes, zone, version, created_at)
    SELECT value ->> 'id', '${pairing.id}', '${northwind.id}', '${tom.id}', '${bernard.id}', 'happened',
      value ->> 'start', (value ->> 'start') + 1800000, '2027-01-01T00:00', 30, 'Europe/Paris', 1, value ->> 'start'
    FROM json_each(?)`
  const claims = `INSERT INTO claims (person_id, starts_at, ends_at, session_id)
    SELECT people.id, value ->> 'start', (value ->> 'start') + 1800000, value ->> 'id'
    FROM json_each(?), people WHERE people.id IN ('${tom.id}', '${bernard.id}')`
  const invites = `INSERT INTO invites (id, session_id, person_id, uid, organizer, sequence, partstat, live, stamped_at)
    SELECT 'inv_' || (value ->> 'id') || people.id, value ->> 'id', people.id, (value ->> 'id') || people.id, 'o', 0, 'ACCEPTED', 1, 0
    FROM json_each(?), people WHERE people.id IN ('${tom.id}', '${bernard.id}')`
  const events = `INSERT INTO events (subject, version, at, door, code)
    SELECT value ->> 'id', 1, value ->> 'start', 'manager', 'booked' FROM json_each(?)`
  const outcomes = `INSERT INTO outcomes (id, session_id, result, logged_by, logged_at, starts_at, ends_at)
    SELECT 'out_' || (value ->> 'id'), value ->> 'id', 'happened', '${tom.id}', 0, value ->> 'start', (value ->> 'start') + 1800000
    FROM json_each(?)`
  const commitments = `INSERT INTO commitments (id, pairing_id, session_id, words, made_at)
    SELECT 'com_' || (value ->> 'id'), '${pairing.id}', value ->> 'id', 'Read one thread', value ->> 'start' FROM json_each(?)`
  for (const part of [sessions, claims, invites, events, outcomes, commitments])
    await env.DB.prepare(part).bind(list).run()
}
