import { expect, test } from 'vitest'

import { acceptSuggestions } from '../../worker/actions/pairing/accept.ts'
import { listPairings } from '../../worker/storage/pairing/pairing.ts'
import { signedIn } from '../support/client.ts'
import { manyExecutives, manyMentors } from '../support/many-people.ts'
import { type Cost, costOf } from '../support/query-cost.ts'
import { asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const PAGES = [
  ...(['/people', '/board', '/pairings', '/suggestions', '/suggestions?show=unpaired'] as const),
  ...(['/suggestions/acceptance', '/today', '/plans'] as const),
]

/** What a page costs and weighs, without the choices of its forms, and how many lines it shows. */
type Measured = Cost & { readonly bytes: number; readonly lines: number }

const few = await measuredWith(40)
const many = await measuredWith(400)

test.each(PAGES)('%s for 400 executives is no longer than its page, and reads in proportion', (page) => {
  const [small, large] = [few.pages.get(page), many.pages.get(page)]

  if (!small || !large) throw new Error('not measured')
  expect(large.calls).toBe(small.calls)
  expect(large.rowsRead).toBeLessThanOrEqual(small.rowsRead * 10.5)
  expect(large.lines).toBeLessThanOrEqual(125)
  expect(large.bytes).toBeLessThanOrEqual(small.bytes * Math.max(1, large.lines / small.lines) * 1.1)
  expect(large.bytes).toBeLessThanOrEqual(120_000)
})

test('two hundred suggested pairs are made in as many calls as twenty, and a second press makes none', () => {
  expect(few.accepted.made).toBeGreaterThanOrEqual(15)
  expect(many.accepted.made).toBeGreaterThanOrEqual(150)
  expect(many.accepted.calls).toBe(few.accepted.calls)
  expect(many.accepted.again).toBe(0)
})

async function measuredWith(executives: number) {
  const world = await worldOf(executives)
  const pages = new Map<string, Measured>()
  for (const page of PAGES) pages.set(page, await measured(world, page))
  return { pages, accepted: await accepted(world) }
}

/** Half of the executives have no mentor any more; the plan is made. */
async function worldOf(executives: number): Promise<World & { readonly planId: string }> {
  const world = await aWorld()
  const here = settingOf(world)
  await manyExecutives(here, world.tom, executives)
  await manyMentors(here, world.bernard, executives / 4)
  await world.platform.db.run(
    "UPDATE pairings SET status = 'ended', version = version + 1 WHERE rowid % 2 = 0",
  )
  world.now('2027-06-15T08:00Z')
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.post(`/api/v1/programmes/${world.northwind.id}/plans`)
  return { ...world, planId: String(Object(body).id) }
}

async function measured(world: World & { readonly planId: string }, page: string): Promise<Measured> {
  const path = page === '/plans' ? `/plans/${world.planId}` : page
  let html = ''
  const cost = await costOf(world.platform, async (platform) => {
    const nadia = await signedIn(world.platform, world.nadia, platform)
    const { status, body } = await nadia.get(path)
    expect({ path, status }).toEqual({ path, status: 200 })
    html = String(body).replaceAll(/<option [^>]*>[^<]*<\/option>/g, '')
  })
  return {
    ...cost,
    bytes: new TextEncoder().encode(html).length,
    lines: html.split('<li class="row').length - 1,
  }
}

async function accepted(world: World) {
  const { platform, northwind, nadia } = world
  const before = await pairingsIn(world)
  const wish = {
    ...{ id: platform.newId('req'), programmeId: northwind.id },
    ...{ pairs: null, count: 0, shown: null },
  }
  const { calls } = await costOf(platform, async (counted) =>
    have(await acceptSuggestions(counted, northwind, wish, asManager(nadia))),
  )
  const after = await pairingsIn(world)
  have(await acceptSuggestions(platform, northwind, wish, asManager(nadia)))
  return { calls, made: after - before, again: (await pairingsIn(world)) - after }
}

async function pairingsIn({ platform, northwind }: World): Promise<number> {
  return (await listPairings(platform.db, northwind.id)).length
}
