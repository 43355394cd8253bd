import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { offerTimes } from '../../worker/actions/offer/make.ts'
import { addPerson } from '../../worker/actions/people/add.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { bookSession } from '../../worker/actions/session/book.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import type { ProgrammeId } from '../../worker/domain/ids.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Result } from '../../worker/domain/result.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { manyExecutives, manyMentors } from '../support/many-people.ts'
import { textAt } from '../support/response-shapes.ts'
import { at } from '../support/times.ts'
import {
  aFixedSession,
  anOffer,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  humanNamed,
  type Setting,
  settingOf,
  type World,
} from '../support/world.ts'

const CLIENTS = 64
/** Free for everybody, and in no offer unless a test makes one. */
const WANTED = at('2027-04-14T09:00Z')

/** The refusals of those who come second. */
const TOO_LATE: readonly Refusal['reason'][] = [
  'slot-taken',
  'executive-busy',
  'buffer',
  'day-full',
  'changed-meanwhile',
]

const sides = [
  {
    name: '64 mentors and one executive',
    pairings: (world: World) => manyMentors(settingOf(world), world.bernard, CLIENTS),
  },
  {
    name: '64 executives and one mentor',
    pairings: (world: World) => manyExecutives(settingOf(world), world.tom, CLIENTS),
  },
]

test.each(sides)('of concurrent bookings of one time by $name one wins', async ({ pairings }) => {
  const world = await aWorld()
  const { platform, nadia } = world
  const all = await pairings(world)

  const results = await Promise.all(
    all.map(({ id }) => {
      const wish = { id: platform.newId('ses'), pairingId: id, start: WANTED, minutes: null, reason: null }
      return bookSession(platform, wish, { id: nadia.id, door: 'manager' })
    }),
  )
  expect(await raceOf(results)).toEqual(ONE_WINNER)
})

test.each(sides)('of concurrent moves to one time by $name one wins', async ({ pairings }) => {
  const world = await aWorld()
  const { platform, nadia } = world
  const here = settingOf(world)
  const all = await pairings(world)
  const by = { id: nadia.id, door: 'manager' } as const
  const sessions: Session[] = []
  for (const [index, pairing] of all.entries())
    sessions.push(await aFixedSession(here, pairing, hourly(index)))

  const wish = { start: WANTED, minutes: null, reason: null }
  const results = await Promise.all(sessions.map(({ id }) => moveSession(platform, id, wish, by)))
  expect(await raceOf(results)).toEqual(ONE_WINNER)
})

test.each(sides)('of concurrent own times by $name one wins', async ({ pairings }) => {
  const world = await aWorld({ policy: { horizon: 120 } })
  const { platform, odile } = world
  const here = settingOf(world)
  const sessions: Session[] = []
  for (const pairing of await pairings(world)) sessions.push(await oneTimeOffered(here, pairing))

  const results = await Promise.all(
    sessions.map(({ id, offer }) => {
      const wish = { offerId: offer?.id ?? 'off_none', kind: 'own', start: WANTED } as const
      return answerOffer(platform, id, wish, { id: odile.id, door: 'link' })
    }),
  )
  expect(await raceOf(results)).toEqual(ONE_WINNER)
})

test('a day with room for one gets one, though the wanted times do not overlap', async () => {
  const world = await aWorld()
  const { platform, nadia, tom } = world
  have(await changePerson(platform, tom.id, { rules: { perDay: 1 } }, asManager(nadia)))
  const all = await manyExecutives(settingOf(world), tom, 12)

  const results = await Promise.all(
    all.map(({ id }, index) => {
      const start = after(WANTED, (index - 4) * 30 * MINUTE)
      const wish = { id: platform.newId('ses'), pairingId: id, start, minutes: 15, reason: null }
      return bookSession(platform, wish, { id: nadia.id, door: 'manager' })
    }),
  )
  expect(await raceOf(results)).toEqual(ONE_WINNER)
})

test('sixty-four taps on one option are one session and two invites', async () => {
  const world = await aWorld()
  const { platform, odile } = world
  const { id, offer } = await anOffer(settingOf(world), world.pairing)
  const optionId = offer?.options[0]?.id ?? 'opt_none'
  const wish = { offerId: offer?.id ?? 'off_none', kind: 'option', optionId, move: false } as const

  const results = await Promise.all(
    Array.from({ length: CLIENTS }, () => answerOffer(platform, id, wish, { id: odile.id, door: 'link' })),
  )
  expect(new Set(results.map((result) => (result.ok ? result.value.status : result.refusal.reason)))).toEqual(
    new Set(['fixed']),
  )
  expect(await count('invites')).toBe(2)
  expect(await count("outbox WHERE dedupe_key NOT LIKE 'offer:%'")).toBe(2)
})

test('of taps on different options of one offer the first wins, and the others are told', async () => {
  const world = await aWorld()
  const { platform, odile } = world
  const { id, offer } = await anOffer(settingOf(world), world.pairing)
  const options = offer?.options ?? []

  const results = await Promise.all(
    Array.from({ length: CLIENTS }, (_, index) => {
      const optionId = options[index % options.length]?.id ?? 'opt_none'
      const wish = { offerId: offer?.id ?? 'off_none', kind: 'option', optionId, move: false } as const
      return answerOffer(platform, id, wish, { id: odile.id, door: 'link' })
    }),
  )
  const won = results.filter((result) => result.ok).map((result) => result.value.time?.start)
  expect(new Set(won).size).toBe(1)
  expect(new Set(reasonsOf(results))).toEqual(new Set(['already-answered']))
  expect(await overlaps()).toEqual([])
})

test('a held time is taken by nobody until its hour, and by one of many after it', async () => {
  const world = await aWorld()
  const { platform, nadia } = world
  const { offer } = await anOffer(settingOf(world), world.pairing)
  const held = offer?.options.at(-1)
  const others = await manyMentors(settingOf(world), world.bernard, 16)
  const book = () =>
    Promise.all(
      others.map(({ id }) => {
        const wish = {
          pairingId: id,
          start: held?.start ?? WANTED,
          minutes: null,
          reason: 'agreed by telephone',
        }
        return bookSession(
          platform,
          { ...wish, id: platform.newId('ses') },
          { id: nadia.id, door: 'manager' },
        )
      }),
    )

  expect(new Set(reasonsOf(await book()))).toEqual(new Set(['executive-busy']))
  world.now(new Date((offer?.heldUntil ?? 0) - 60_000).toISOString())
  expect(new Set(reasonsOf(await book()))).toEqual(new Set(['executive-busy']))
  world.now(new Date(offer?.heldUntil ?? 0).toISOString())
  expect(await raceOf(await book())).toEqual(ONE_WINNER)
})

const ONE_WINNER = { winners: 1, otherRefusals: [], overlaps: [] }

async function raceOf(results: readonly Result<Session, Refusal>[]) {
  return {
    winners: results.filter(({ ok }) => ok).length,
    otherRefusals: reasonsOf(results).filter((reason) => !TOO_LATE.includes(reason)),
    overlaps: await overlaps(),
  }
}

function reasonsOf(results: readonly Result<unknown, Refusal>[]): readonly Refusal['reason'][] {
  return results.flatMap((result) => (result.ok ? [] : [result.refusal.reason]))
}

/** Overlaps by the sessions themselves, not by the claims. */
async function overlaps(): Promise<readonly unknown[]> {
  const taken = `SELECT id, starts_at, ends_at, mentor_id AS person FROM sessions WHERE status = 'fixed'
    UNION ALL SELECT id, starts_at, ends_at, executive_id FROM sessions WHERE status = 'fixed'`
  const overlapping = `SELECT one.id, other.id FROM (${taken}) AS one JOIN (${taken}) AS other
    ON one.person = other.person AND one.id < other.id
    AND one.starts_at < other.ends_at AND other.starts_at < one.ends_at`
  return (await env.DB.prepare(overlapping).all()).results
}

async function count(what: string): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS count FROM ${what}`).first<number>('count')) ?? 0
}

async function oneTimeOffered({ platform, manager }: Setting, { id: pairingId }: Pairing): Promise<Session> {
  const wish = { id: platform.newId('off'), pairingId, minutes: 15, options: 1 }
  return have(await offerTimes(platform, wish, { id: manager.id, door: 'manager' }))
}

/** Different hours on the days before the wanted one. */
function hourly(index: number): string {
  const day = String(17 + Math.floor(index / 16)).padStart(2, '0')
  const minutes = (index % 16) * 45
  const clock = [6 + Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return `2027-03-${day}T${clock.join(':')}Z`
}

test('two changes of one format at a time both stand', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, {
    name: 'Two letters',
  })
  const path = `/api/v1/formats/${textAt(body, 'id')}`
  const both = await Promise.all([
    nadia.patch(path, { name: 'Three letters' }),
    nadia.patch(path, { prompts: ['What did you read?'] }),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  expect((await nadia.get(path)).body).toMatchObject({
    name: 'Three letters',
    prompts: ['What did you read?'],
  })
})

test('two managers who add one address at a time add one person, and neither is refused', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await fabrikamBeside(world)
  const add = (programmeId: ProgrammeId, manager: Person) =>
    addPerson(
      world.platform,
      {
        ...humanNamed(world.platform, 'Zoe Fabre'),
        ...{ programmeId, roles: ['executive'], assistantIds: [] },
      },
      asManager(manager),
    )
  const [one, other] = await Promise.all([add(world.northwind.id, world.nadia), add(fabrikam.id, rita)])
  expect(have(one).id).toBe(have(other).id)
})

test('two changes at a time never close a circle in a reporting line', async () => {
  const { platform, tom, bernard, nadia } = await aWorld()
  const report = (from: Person, to: Person) =>
    changePerson(platform, from.id, { reportsTo: to.id }, asManager(nadia))
  const both = await Promise.all([report(tom, bernard), report(bernard, tom)])

  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: 'reporting-circle' } })
})
