import { expect, test } from 'vitest'

import { changePerson } from '../../../../worker/actions/people/change.ts'
import { listPairings } from '../../../../worker/storage/pairing/pairing.ts'
import type { Client } from '../../../support/client.ts'
import {
  aMentor,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../../support/world.ts'

const ACCEPTANCE = '/suggestions/acceptance'

test('the whole best set is accepted by one press, on a page that lists it', async () => {
  const { world } = await withExecutives(3)
  const nadia = await world.as(world.nadia)
  const suggestions = String((await nadia.get('/suggestions')).body)
  expect(suggestions).toContain('3 executives have no mentor yet; a mentor is suggested for each.')
  expect(suggestions).toContain(`href="${ACCEPTANCE}"`)
  const page = String((await nadia.get(ACCEPTANCE)).body)
  for (const name of ['Chief 0', 'Chief 1', 'Chief 2']) expect(page).toContain(name)
  expect(page).toContain('Make 3 pairings')
  expect(page).toContain('40 h a week in common')

  const { mails } = world
  const sent = mails.length
  const answer = await press(nadia, page)
  expect(answer.status).toBe(303)
  const said = String((await nadia.get(answer.headers.get('Location') ?? '')).body)
  expect(said).toContain('3 pairings were made, as proposed.')
  expect(await made(world)).toHaveLength(3)
  expect(mails).toHaveLength(sent)
  expect(String((await nadia.get('/suggestions')).body)).toContain('Every executive has a mentor.')
})

test('whoever ticks nothing is not shown the whole best set to make', async () => {
  const { world } = await withExecutives(2)
  const nadia = await world.as(world.nadia)
  const suggestions = String((await nadia.get('/suggestions')).body)
  const [, only = ''] = /name="only" value="(\w+)"/.exec(suggestions) ?? []
  const page = String((await nadia.get(`${ACCEPTANCE}?only=${only}`)).body)

  expect(page).toContain('Nothing is ticked')
  expect(page).not.toContain('Make 2 pairings')
})

test('a second press of the same page makes nothing more, and says the same', async () => {
  const { world } = await withExecutives(2)
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(ACCEPTANCE)).body)
  const [first, second] = [await press(nadia, page), await press(nadia, page)]

  expect(second.status).toBe(303)
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
  expect(await made(world)).toHaveLength(2)
})

test('where the best set is not any more what the page has shown, nothing is made and the new one is shown', async () => {
  const { world, here } = await withExecutives(1)
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(ACCEPTANCE)).body)
  await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const answer = await press(nadia, page)

  expect(answer.status).toBe(412)
  expect(answer.body).toContain('Zoe Fabre')
  expect(answer.body).toContain('Make 2 pairings')
  expect(await made(world)).toHaveLength(0)
})

test('those that are ticked are made alone', async () => {
  const { world, executives } = await withExecutives(3)
  const nadia = await world.as(world.nadia)
  const [lea, max] = executives
  const query = [lea, max].map((each) => `pair=${each?.id}~${world.tom.id}`).join('&')
  const page = String((await nadia.get(`${ACCEPTANCE}?${query}`)).body)
  expect(page).toContain('Make 2 pairings')
  expect((await press(nadia, page)).status).toBe(303)
  expect((await made(world)).map(({ executiveId }) => executiveId).toSorted()).toEqual(
    [lea?.id, max?.id].toSorted(),
  )
})

test('one pair that has become impossible refuses all that were ticked, and the next press makes the others', async () => {
  const { world, here, executives } = await withExecutives(2)
  const nadia = await world.as(world.nadia)
  const [lea, max] = executives
  if (!lea) throw new Error('nobody')
  const query = [lea.id, max?.id].map((id) => `pair=${id}~${world.tom.id}`).join('&')
  const page = String((await nadia.get(`${ACCEPTANCE}?${query}`)).body)
  await aPairing(here, world.tom, lea)
  const answer = await press(nadia, page)

  expect(answer.status).toBe(409)
  expect(answer.body).toContain('These two are already paired.')
  expect(await made(world)).toHaveLength(1)
  expect(answer.body).toContain('One can no longer be made, and is left out.')
  expect(answer.body).toContain('Paired already')
  expect((await press(nadia, String(answer.body))).status).toBe(303)
  expect(await made(world)).toHaveLength(2)
})

test('an executive who would get several mentors is named before the press', async () => {
  const { world, executives } = await withExecutives(1)
  const nadia = await world.as(world.nadia)
  const suggestions = String((await nadia.get('/suggestions')).body)
  const pairs = Array.from(suggestions.matchAll(/value="(per_[^"~]+~per_[^"]+)"/g), ([, pair]) => pair)
  const own = pairs.filter((pair) => pair?.startsWith(`${executives[0]?.id}~`))
  expect(own).toHaveLength(2)
  const page = String((await nadia.get(`${ACCEPTANCE}?${own.map((pair) => `pair=${pair}`).join('&')}`)).body)
  expect(page).toContain('Chief 0 would have 2 mentors.')
})

test('a mentor who would get more than the hours allow is named before the press', async () => {
  const { world, executives } = await withExecutives(4)
  have(await changePerson(world.platform, world.tom.id, { rules: { perWeek: 1 } }, asManager(world.nadia)))
  const nadia = await world.as(world.nadia)
  const query = executives.map(({ id }) => `pair=${id}~${world.tom.id}`).join('&')
  expect((await nadia.get(`${ACCEPTANCE}?${query}`)).body).toContain(
    'Tom Leroy would have 5 pairings; the hours allow 3.',
  )
})

test('without a mentor: only they are shown, and they come first among all', async () => {
  const { world } = await withExecutives(2)
  const nadia = await world.as(world.nadia)
  const unpaired = String((await nadia.get('/suggestions?show=unpaired')).body)
  const all = String((await nadia.get('/suggestions')).body)

  expect(unpaired).not.toContain('<h2>Claude Bernard</h2>')
  expect(Array.from(all.matchAll(/<h2>([^<]+)<\/h2>/g), ([, name]) => name).at(-1)).toBe('Claude Bernard')
  expect(unpaired.match(/checked=""/g)).toHaveLength(2)
})

type Answer = Awaited<ReturnType<Client['get']>>

/** Presses the one button of the page, with all that its form sends. */
function press(client: Client, page: string): Promise<Answer> {
  const form = /<form method="post" action="\/suggestions\/acceptance"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const fields = Array.from(
    form.matchAll(/name="([^"]+)" value="([^"]*)"/g),
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  return client.ask(ACCEPTANCE, { method: 'POST', body: new URLSearchParams(fields) })
}

async function made({ platform, northwind, pairing }: World) {
  return (await listPairings(platform.db, northwind.id)).filter(({ id }) => id !== pairing.id)
}

async function withExecutives(count: number) {
  const world = await aWorld()
  const here = settingOf(world)
  await aMentor(here, 'Uma Rao')
  const executives = []
  for (let index = 0; index < count; index += 1)
    executives.push(await aPersonIn(here, 'executive', { name: `Chief ${index}` }))
  return { world, here, executives }
}
