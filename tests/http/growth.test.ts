import { expect, test } from 'vitest'

import { cursorOf } from '../../worker/http/cursor.ts'
import { hashOf } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { putFeed } from '../../worker/storage/feed/feed.ts'
import { type Client, signedIn } from '../support/client.ts'
import { manyPastSessions } from '../support/past-sessions.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aPairing, aPersonIn, aWorld, settingOf, type World } from '../support/world.ts'

type Ask = (client: Client, world: World) => Promise<{ readonly status: number }>

const PAST = 'ses_past7'
const BEHIND_ONE = cursorOf('sessions', [at('2026-01-05T09:00Z'), 'ses_past50'])

/** A manager's requests. */
const requests: Readonly<Record<string, Ask>> = {
  'the times of a pairing': (nadia, { pairing }) => nadia.get(`/api/v1/pairings/${pairing.id}/slots`),
  'the page of a pairing': (nadia, { pairing }) => nadia.get(`/pairings/${pairing.id}`),
  'an offer before it goes': (nadia, { pairing }) => nadia.get(`/pairings/${pairing.id}/offer`),
  'the week': (nadia) => nadia.get('/calendar'),
  'the feed of the week': (nadia) => nadia.get('/calendar/feed?start=2027-03-15&end=2027-03-22'),
  'the sessions of a month': (nadia) =>
    nadia.get('/api/v1/sessions?from=2027-03-15T00:00:00Z&to=2027-04-15T00:00:00Z'),
  'the first ten sessions of all': (nadia) =>
    nadia.get('/api/v1/sessions?from=2000-01-01T00:00:00Z&to=2040-01-01T00:00:00Z&limit=10'),
  'the ten behind one of them': (nadia) =>
    nadia.get(
      '/api/v1/sessions?from=2000-01-01T00:00:00Z&to=2040-01-01T00:00:00Z&limit=10&after=' + BEHIND_ONE,
    ),
  'a session': (nadia) => nadia.get(`/api/v1/sessions/${PAST}`),
  'the page of a session': (nadia) => nadia.get(`/sessions/${PAST}`),
  'the history of a session': (nadia) => nadia.get(`/api/v1/sessions/${PAST}/history`),
  Today: (nadia) => nadia.get('/today'),
  'Today for programs': (nadia) => nadia.get('/api/v1/today'),
  'the board': (nadia) => nadia.get('/board'),
  deliveries: (nadia) => nadia.get('/deliveries'),
  'deliveries for programs': (nadia) => nadia.get('/api/v1/deliveries'),
  'deliveries that wait': (nadia) => nadia.get('/api/v1/deliveries?state=waiting'),
  'deliveries that failed': (nadia) => nadia.get('/api/v1/deliveries?state=failed'),
  'deliveries that were stopped': (nadia) => nadia.get('/api/v1/deliveries?state=stopped'),
  people: (nadia) => nadia.get('/people'),
  'people for programs': (nadia) => nadia.get('/api/v1/people'),
  'the page of an executive': (nadia, { bernard }) => nadia.get(`/people/${bernard.id}`),
  'the page of a mentor': (nadia, { tom }) => nadia.get(`/people/${tom.id}`),
  'all pairings': (nadia) => nadia.get('/pairings'),
  'pairings for programs': (nadia) => nadia.get('/api/v1/pairings'),
  'who with whom': (nadia) => nadia.get('/suggestions'),
  programmes: (nadia) => nadia.get('/programmes'),
  'the calendar of a manager, as her own program fetches it': (nadia) => nadia.get('/calendar.ics?k=nadias'),
  'a plan of the next round': (nadia, { northwind }) =>
    nadia.post(`/api/v1/programmes/${northwind.id}/plans`),
  'making an offer': (nadia, { pairing }) => nadia.post('/api/v1/offers', { pairingId: pairing.id }),
  'booking a time': (nadia, { pairing }) =>
    nadia.post('/api/v1/sessions', { pairingId: pairing.id, start: '2027-03-19T10:00:00Z' }),
}

/** A mentor's requests. */
const ofMentors: Readonly<Record<string, Ask>> = {
  'the day of a mentor': (tom) => tom.get('/mine'),
  'the pairings of a mentor': (tom) => tom.get('/api/v1/pairings'),
  'the sessions of a mentor': (tom) =>
    tom.get('/api/v1/sessions?from=2027-03-15T00:00:00Z&to=2027-04-15T00:00:00Z'),
  'the calendar of a mentor, as his own program fetches it': (tom) => tom.get('/calendar.ics?k=toms'),
}

const afterFew = await costsAfter(400)
const afterMany = await costsAfter(100_000)

test.each([...Object.keys(requests), ...Object.keys(ofMentors)])(
  '%s costs the same after a hundred thousand sessions as after some hundred',
  (name) => {
    const [few, many] = [afterFew.get(name), afterMany.get(name)]

    expect(many?.calls).toBe(few?.calls)
    expect(many?.rowsWritten).toBe(few?.rowsWritten)
    // A range that is read meets one row more where a random id happens to stand behind it.
    const chance = Math.max(15, (few?.rowsRead ?? 0) * 0.1)
    expect(Math.abs((many?.rowsRead ?? 0) - (few?.rowsRead ?? 0))).toBeLessThanOrEqual(chance)
    expect(many?.calls).toBeLessThanOrEqual(16)
  },
)

async function costsAfter(past: number): Promise<ReadonlyMap<string, Cost>> {
  const world = await aWorld()
  const here = settingOf(world)
  await manyPastSessions(world, past)
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval' })
  await aFixedSession(here, await aPairing(here, world.tom, lea), '2027-03-18T10:00Z')
  await haveCalendars(world)
  return new Map([
    ...(await costsOf(world, world.nadia, requests)),
    ...(await costsOf(world, world.tom, ofMentors)),
  ])
}

async function costsOf(
  world: World,
  person: World['nadia'],
  asked: Readonly<Record<string, Ask>>,
): Promise<ReadonlyMap<string, Cost>> {
  const costs = new Map<string, Cost>()
  for (const [name, ask] of Object.entries(asked)) {
    const cost = await costOf(world.platform, async (platform) => {
      const { status } = await ask(await signedIn(world.platform, person, platform), world)
      expect({ name, isDone: status < 300 }).toEqual({ name, isDone: true })
    })
    costs.set(name, cost)
  }
  return costs
}

/** Both have made a feed address. */
async function haveCalendars({ platform: { db, now }, nadia, tom }: World): Promise<void> {
  const feeds = [
    { personId: nadia.id, linkId: 'lnk_nadia', tokenHash: await hashOf('nadias'), madeAt: now() },
    { personId: tom.id, linkId: 'lnk_tom', tokenHash: await hashOf('toms'), madeAt: now() },
  ] as const
  await inOneBatch(
    db,
    feeds.map((feed) => putFeed(db, feed)),
  )
}
