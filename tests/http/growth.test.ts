import { expect, test } from 'vitest'

import { type Cost, costOf } from '../support/counted.ts'
import { type Client, signedIn } from '../support/client.ts'
import { manyPastSessions } from '../support/past.ts'
import { aFixedSession, aPairing, aPersonIn, aWorld, settingOf, type World } from '../support/world.ts'

/** What a manager asks the house for, at its door. */
const requests: Readonly<
  Record<string, (client: Client, world: World) => Promise<{ readonly status: number }>>
> = {
  'the times of a pairing': (nadia, { pairing }) => nadia.get(`/api/v1/pairings/${pairing.id}/slots`),
  'the page of a pairing': (nadia, { pairing }) => nadia.get(`/pairings/${pairing.id}`),
  'an offer before it goes': (nadia, { pairing }) => nadia.get(`/pairings/${pairing.id}/offer`),
  'the week': (nadia) => nadia.get('/calendar'),
  'the feed of the week': (nadia) => nadia.get('/calendar/feed?start=2027-03-15&end=2027-03-22'),
  'the sessions of a month': (nadia) =>
    nadia.get('/api/v1/sessions?from=2027-03-15T00:00:00Z&to=2027-04-15T00:00:00Z'),
  Today: (nadia) => nadia.get('/today'),
  'Today for programs': (nadia) => nadia.get('/api/v1/today'),
  deliveries: (nadia) => nadia.get('/deliveries'),
  'all pairings': (nadia) => nadia.get('/pairings'),
  'who with whom': (nadia) => nadia.get('/suggestions'),
  'a plan of the next round': (nadia, { northwind }) =>
    nadia.post(`/api/v1/programmes/${northwind.id}/plans`),
}

const afterFew = await costsAfter(100)
const afterMany = await costsAfter(20_000)

test.each(Object.keys(requests))(
  '%s costs after twenty thousand sessions what it costs after a hundred',
  (name) => {
    const [few, many] = [afterFew.get(name), afterMany.get(name)]

    expect(many?.calls).toBe(few?.calls)
    expect(Math.abs((many?.rowsRead ?? 0) - (few?.rowsRead ?? 0))).toBeLessThanOrEqual(15)
    expect(many?.calls).toBeLessThanOrEqual(16)
  },
)

async function costsAfter(past: number): Promise<ReadonlyMap<string, Cost>> {
  const world = await aWorld()
  const here = settingOf(world)
  await manyPastSessions(world, past)
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval' })
  await aFixedSession(here, await aPairing(here, world.tom, lea), '2027-03-18T10:00Z')
  const costs = new Map<string, Cost>()
  for (const [name, ask] of Object.entries(requests)) {
    const cost = await costOf(world.platform, async (platform) => {
      const { status } = await ask(await signedIn(world.platform, world.nadia, platform), world)
      expect({ name, isDone: status < 300 }).toEqual({ name, isDone: true })
    })
    costs.set(name, cost)
  }
  return costs
}
