import { env } from 'cloudflare:workers'

import type { Person } from '../../worker/domain/people/person.ts'
import { DAY, HOUR, MINUTE } from '../../worker/domain/time/time.ts'
import { aCast, everythingOf, logIn, type Things } from './everything.ts'
import { manyTeams } from './many-people.ts'
import { at } from './times.ts'
import { aWorld, settingOf, type World } from './world.ts'

export type Grown = World & {
  readonly things: Things
  readonly executives: number
  readonly assistant: Person
}

const NOW = at('2027-03-15T09:30Z')

/**
 * A programme with one thing of each kind and so many executives more, of whom each has something going on: a date ahead,
 * an open offer, a date that nobody logged, or words that wait beside a letter that failed.
 */
export async function grownTo(executives: number): Promise<Grown> {
  const world = await aWorld()
  const here = settingOf(world)
  const names = ['Olga Nowak', 'Emil Zola', 'Ana Ruiz', 'Bo Lindt', 'Cy Young', 'Di Marco']
  const cast = await aCast(here, names, world.tom)
  const things = await everythingOf(here, cast, '2027-03-15T08:00Z')
  world.now('2027-03-15T09:10Z')
  await logIn(here, cast, things)
  world.now('2027-03-15T09:30Z')
  await manyTeams(here, executives)
  await env.DB.batch(somethingGoesOn(world).map((statement) => env.DB.prepare(statement)))
  return { ...world, things, executives, assistant: cast.assistant }
}

/** Every fourth of them has the same; the clock owes nothing of it yet: the night's repair finds that. */
function somethingGoesOn({ northwind, nadia }: World): readonly string[] {
  const crowd = `WITH numbered AS (
      SELECT pairings.id AS pairing, mentor_id AS mentor, executive_id AS executive, row_number() OVER (ORDER BY pairings.id) AS number
      FROM pairings JOIN people ON people.id = executive_id
      WHERE programme_id = '${northwind.id}' AND people.name LIKE 'Chief%'),
    crowd AS (SELECT *, CASE number % 4 WHEN 0 THEN ${at('2027-05-03T00:00Z')} + number * ${HOUR}
      ELSE ${NOW - DAY} - number * ${HOUR} END AS start, 'ses_' || substr(pairing, 5) AS session FROM numbered)`
  const both = `crowd JOIN people ON people.id IN (executive, mentor)`
  const end = `start + ${30 * MINUTE}`
  const dated = 'number % 4 IN (0, 2)'
  const letter = `json_object('kind', 'calendar', 'method', 'REQUEST', 'reader', json_object('email', 'a@people.example'))`
  return [
    `claims (person_id, starts_at, ends_at, session_id) SELECT people.id, start, ${end}, session FROM ${both} WHERE ${dated}`,
    `sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes, zone, version,
        created_at)
      SELECT session, pairing, '${northwind.id}', mentor, executive, 'fixed', start, ${end}, '2027-05-03T09:00', 30,
        'Europe/Paris', 1, ${NOW - 9 * DAY} FROM crowd WHERE ${dated}`,
    `sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, minutes, zone, version, created_at)
      SELECT session, pairing, '${northwind.id}', mentor, executive, 'offered', 30, 'Europe/Paris', 1, ${NOW - 9 * DAY}
      FROM crowd WHERE number % 4 = 1`,
    `offers (id, session_id, status, asked_id, held_until, made_at, unanswered_at)
      SELECT 'off_' || substr(session, 5), session, 'open', executive, ${NOW + DAY}, ${NOW - 3 * DAY}, ${NOW - HOUR}
      FROM crowd WHERE number % 4 = 1`,
    `options (id, offer_id, starts_at, ends_at, origin, until_at)
      SELECT 'opt_' || substr(session, 5), 'off_' || substr(session, 5), ${NOW + 9 * DAY}, ${NOW + 9 * DAY + HOUR}, 'found',
        ${NOW + DAY} FROM crowd WHERE number % 4 = 1`,
    `invites (id, session_id, person_id, uid, organizer, sequence, partstat, live, stamped_at)
      SELECT 'inv_' || session || people.id, session, people.id, session || people.id, 'o@reply.sotto.example', 0,
        'NEEDS-ACTION', 1, 0 FROM ${both} WHERE ${dated}`,
    `events (subject, version, at, door, code) SELECT session, 1, ${NOW - 9 * DAY}, 'manager', 'booked' FROM crowd
      WHERE number % 4 < 3`,
    `outbox (id, dedupe_key, person_id, session_id, letter, state, due_at, created_at)
      SELECT 'let_' || pairing, pairing, executive, NULL, ${letter}, 'failed', ${NOW - DAY}, ${NOW - DAY} FROM crowd
      WHERE number % 4 = 3`,
    `received (id, fingerprint, at, person_id, class, reading, state, why)
      SELECT 'rcv_' || pairing, pairing, ${NOW - HOUR}, executive, 'none', '{}', 'waiting', 'prose' FROM crowd
      WHERE number % 4 = 3`,
    `access_log (at, actor_id, role, subject_id, route)
      SELECT ${NOW - 40 * DAY} + number, '${nadia.id}', 'manager', executive, 'GET /people/:id' FROM crowd`,
  ].map((part) => `INSERT INTO ${part.replace(/ SELECT/, ` ${crowd} SELECT`)}`)
}
