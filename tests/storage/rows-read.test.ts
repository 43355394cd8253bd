import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { pairings, people, proposals } from '../../schema/index.ts'
import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { receive } from '../../worker/delivery/in/receive.ts'
import { inviteOf } from '../../worker/domain/session/session.ts'
import { after, DAY, MINUTE } from '../../worker/domain/time/time.ts'
import { writeReply } from '../../worker/http/dev/reply.ts'
import type { Platform } from '../../worker/platform.ts'
import {
  findOpenSession,
  findSession,
  listSessions,
  listSessionsOfMentor,
} from '../../worker/storage/session/session.ts'
import { countUp } from '../../worker/storage/sign-in/sign-in.ts'
import { findSituation } from '../../worker/storage/situation.ts'
import { findDiary } from '../../worker/storage/slot/diary.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { manyPastSessions } from '../support/past-sessions.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const NOW = at('2027-03-15T08:00Z')
const A_WEEK = { start: NOW, end: after(NOW, 7 * DAY) }

/** The measured work of each kind; the outer function prepares it. */
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
    return ({ db }) => listSessions(db, world.northwind.id, { ...A_WEEK, now: NOW })
  },
  'a week of a mentor': async (world) => {
    await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
    const mine = { mentorId: world.tom.id, programmeIds: [world.northwind.id] }
    return ({ db }) => listSessionsOfMentor(db, mine, { ...A_WEEK, now: NOW })
  },
}

/** Not one: after the fourth session the next mail also asks the pulse questions. */
const afterFour = await costsAfter(4)
const afterMany = await costsAfter(10_000)

test.each(Object.keys(works))('%s costs the same after ten thousand sessions as after four', (work) => {
  const [few, many] = [afterFour.get(work), afterMany.get(work)]
  expect(many?.calls).toBe(few?.calls)
  expect(many?.rowsWritten).toBe(few?.rowsWritten)
  // Some rows more or less, since new random ids fall at different places of an index.
  expect(Math.abs((many?.rowsRead ?? 0) - (few?.rowsRead ?? 0))).toBeLessThanOrEqual(15)
  // Some fifty of them are the list of formats: 22 rows, each with its entry in the index. Some ten are the closing talk
  // that was put away, and what else the same person is asked.
  expect(many?.rowsRead).toBeLessThan(330)
})

test('the overlap guard reads at most fifteen rows, however many sessions exist', async () => {
  const start = at('2027-03-18T10:00Z')
  const claim = await env.DB.prepare(`INSERT INTO claims (person_id, starts_at, ends_at, session_id)
    SELECT mentor_id, ${start}, ${start + 30 * MINUTE}, id FROM sessions WHERE status = 'happened' LIMIT 1`).run()
  expect(claim.meta.changes).toBe(1)
  expect(claim.meta.rows_read).toBeLessThanOrEqual(15)
})

test('an answer from a calendar writes seven rows at the most, and a booking fifty-eight', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  const invite = inviteOf(session, world.bernard.id)
  if (!invite || !session.time) throw new Error('not invited')
  const raw = writeReply(
    { ...invite, time: session.time, attendee: { name: world.bernard.name, address: world.bernard.email } },
    'ACCEPTED',
    { at: NOW, messageId: '<accepted@calendar.example>' },
  )
  const mail = { to: world.bernard.replyAddress, raw: new TextEncoder().encode(raw), receiver: 'mx.example' }
  const answered = await costOf(world.platform, (platform) => receive(platform, mail))
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    invites: expect.arrayContaining([expect.objectContaining({ partstat: 'ACCEPTED' })]),
  })
  expect(answered.rowsWritten).toBeLessThanOrEqual(7)

  const other = await aWorld()
  const { nadia, pairing, platform } = other
  const wish = { pairingId: pairing.id, start: at('2027-03-18T10:00Z'), minutes: null, reason: null }
  const booked = await costOf(platform, (counting) =>
    bookSession(counting, { ...wish, id: platform.newId('ses') }, asManager(nadia)),
  )
  expect(booked.rowsWritten).toBeLessThanOrEqual(58)
})

test('counting runs each query once and returns the same rows', async () => {
  const { platform, pairing, tom } = await aWorld()
  const ofPairing = eq(pairings.id, pairing.id)
  const read: unknown[] = []
  const counts: number[] = []
  const cost = await costOf(platform, async ({ db }) => {
    const columns = { id: pairings.id, mentorId: people.id, name: people.name }
    const ofMentor = eq(people.id, pairings.mentorId)
    read.push(...(await db.select(columns).from(pairings).innerJoin(people, ofMentor).where(ofPairing)))
    counts.push(
      await countUp({ ...platform, db }, 'counted', 1),
      await countUp({ ...platform, db }, 'counted', 1),
    )
  })
  expect(read).toEqual([{ id: pairing.id, mentorId: tom.id, name: tom.name }])
  expect(counts).toEqual([1, 2])
  expect(cost.calls).toBe(3)
})

/** Measures each work in turn and cancels the round it opened. */
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

test('words that wait in another programme cost Today nothing', async () => {
  const world = await aWorld()
  const { fabrikam, rita, pairing } = await fabrikamBeside(world)
  const there = { platform: world.platform, programme: fabrikam, manager: rita }
  const { id } = await aFixedSession(there, pairing, '2027-03-18T10:00Z')
  const today = () => costOf(world.platform, (platform) => findMorning(platform, world.northwind.id))
  const before = await today()
  const proposal = {
    sessionId: id,
    personId: pairing.executiveId,
    startsAt: at('2027-03-19T10:00Z'),
    endsAt: at('2027-03-19T11:00Z'),
    via: 'calendar',
    at: NOW,
    state: 'waiting',
    words: 'Later?',
  } as const
  for (let made = 0; made < 50; made += 1)
    await world.platform.db.insert(proposals).values({ ...proposal, id: world.platform.newId('ctr') })
  expect((await today()).rowsRead).toBe(before.rowsRead)
})
