import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/answer-offer.ts'
import { bookSession } from '../../worker/actions/book-session.ts'
import { cancelSession } from '../../worker/actions/cancel-session.ts'
import { moveSession } from '../../worker/actions/move-session.ts'
import { offerTimes } from '../../worker/actions/offer-times.ts'
import { after, before, DAY, HOUR, MINUTE } from '../../worker/domain/time.ts'
import type { Platform } from '../../worker/platform.ts'
import { findDiary } from '../../worker/storage/diaries.ts'
import { findOpenSession, listSessions, listSessionsOfMentor } from '../../worker/storage/sessions.ts'
import { findSituation } from '../../worker/storage/situations.ts'
import { type Cost, costOf } from '../support/counted.ts'
import { at } from '../support/times.ts'
import { aFixedSession, anOffer, aWorld, have, settingOf, type World } from '../support/world.ts'

const NOW = at('2027-03-15T08:00Z')

/** What somebody does or looks at, after whatever it needs. */
const works: Readonly<Record<string, (world: World) => Promise<(platform: Platform) => Promise<unknown>>>> = {
  'looking for times of a pairing':
    async ({ pairing }) =>
    async (platform) => {
      const situation = await findSituation(platform, pairing.id)
      return situation && findDiary(platform, situation)
    },
  'offering times':
    async ({ pairing, nadia }) =>
    async (platform) => {
      const wish = { id: platform.newId('off'), pairingId: pairing.id, minutes: null, options: null }
      return have(await offerTimes(platform, wish, { id: nadia.id, door: 'manager' }))
    },
  'picking an option': async (world) => {
    const { id, offer } = await anOffer(settingOf(world), world.pairing)
    const optionId = offer?.options[0]?.id ?? 'opt_none'
    const wish = { offerId: offer?.id ?? 'off_none', kind: 'option', optionId, move: false } as const
    return async (platform) =>
      have(await answerOffer(platform, id, wish, { id: world.odile.id, door: 'link' }))
  },
  'booking a time':
    async ({ pairing, nadia }) =>
    async (platform) => {
      const wish = { pairingId: pairing.id, start: at('2027-03-18T10:00Z'), minutes: null, reason: null }
      return have(
        await bookSession(
          platform,
          { ...wish, id: platform.newId('ses') },
          { id: nadia.id, door: 'manager' },
        ),
      )
    },
  'moving a session': async (world) => {
    const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
    const wish = { start: at('2027-03-19T10:00Z'), minutes: null, reason: null }
    return async (platform) =>
      have(await moveSession(platform, id, wish, { id: world.nadia.id, door: 'manager' }))
  },
  'a week of a programme': async (world) => {
    await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
    return ({ db }) => listSessions(db, world.northwind.id, { start: NOW, end: after(NOW, 7 * DAY) })
  },
  'a week of a mentor': async (world) => {
    await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
    return ({ db }) => listSessionsOfMentor(db, world.tom.id, { start: NOW, end: after(NOW, 7 * DAY) })
  },
}

const afterOne = await costsAfter(1)
const afterMany = await costsAfter(10_000)

test.each(Object.keys(works))('%s costs after ten thousand sessions what it costs after one', (work) => {
  const [one, many] = [afterOne.get(work), afterMany.get(work)]
  expect(many?.calls).toBe(one?.calls)
  expect(many?.rowsWritten).toBe(one?.rowsWritten)
  // Some rows more or less, as fresh ids fall among their neighbours.
  expect(Math.abs((many?.rowsRead ?? 0) - (one?.rowsRead ?? 0))).toBeLessThanOrEqual(15)
  expect(many?.rowsRead).toBeLessThan(250)
})

test('what guards a time reads fifteen rows at the most, whatever lies behind', async () => {
  const start = at('2027-03-18T10:00Z')
  const claim = await env.DB.prepare(`INSERT INTO claims (person_id, starts_at, ends_at, session_id)
    SELECT mentor_id, ${start}, ${start + 30 * MINUTE}, id FROM sessions WHERE status = 'happened' LIMIT 1`).run()
  expect(claim.meta.changes).toBe(1)
  expect(claim.meta.rows_read).toBeLessThanOrEqual(15)
})

/** Each piece of work in its turn, the round it opened called off again. */
async function costsAfter(past: number): Promise<ReadonlyMap<string, Cost>> {
  const world = await aWorld()
  await manyPastSessions(world, past)
  const costs = new Map<string, Cost>()
  for (const [name, prepare] of Object.entries(works)) {
    const work = await prepare(world)
    costs.set(name, await costOf(world.platform, work))
    const open = await findOpenSession(world.platform.db, world.pairing.id)
    const by = { id: world.nadia.id, door: 'manager' } as const
    if (open) have(await cancelSession(world.platform, open.id, { reopen: false }, by))
  }
  return costs
}

/** One every hour, back from a month ago, with all that belongs to each. */
async function manyPastSessions({ pairing, northwind, tom, bernard }: World, count: number): Promise<void> {
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
