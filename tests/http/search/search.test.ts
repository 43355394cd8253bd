import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { addPerson } from '../../../worker/actions/people/add.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { signedIn } from '../../support/client.ts'
import { manyExecutives } from '../../support/many-people.ts'
import { manyPastSessions } from '../../support/past-sessions.ts'
import { type Cost, costOf } from '../../support/query-cost.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  fabrikamBeside,
  have,
  humanNamed,
  settingOf,
} from '../../support/world.ts'

/** Northwind with a session and an offer, Fabrikam beside it, and Zoë in both. */
const world = await aWorld()
const here = settingOf(world)
const { platform, northwind, nadia, tom, bernard, pairing } = world
const beside = await fabrikamBeside(world)
const session = await aFixedSession(here, pairing, '2027-03-17T09:00Z')
const zoe = await aPersonIn(here, 'executive', { name: 'Zoë Müller', email: 'zoe@northwind.example' })
const proposed = await aPairing(here, tom, zoe, 'proposed')
const sounding = await anOffer(here, proposed)
const mia = await aMentor(here, 'Mia Berg')
have(
  await addPerson(
    platform,
    {
      ...{ ...humanNamed(platform, 'Zoë Sandt'), email: zoe.email },
      ...{ programmeId: beside.fabrikam.id, roles: ['executive'], assistantIds: [] },
    },
    asManager(beside.rita),
  ),
)
have(
  await changePerson(platform, bernard.id, { unit: 'Trésorerie' }, asManager(nadia), {
    programmeId: northwind.id,
  }),
)
const nadias = await world.as(nadia)
const toms = await world.as(tom)
const ritas = await world.as(beside.rita)

test('a manager finds people, pairings and sessions of hers, whatever the case and the accents', async () => {
  const { status, body } = await nadias.get('/api/v1/search?q=bernard')
  expect(status).toBe(200)
  expect(body).toEqual({
    people: [
      {
        ...{ id: bernard.id, programmeId: northwind.id, name: 'Claude Bernard', roles: ['executive'] },
        ...{ email: bernard.email, unit: 'Trésorerie' },
      },
    ],
    pairings: [
      {
        ...{ id: pairing.id, programmeId: northwind.id, mentorId: tom.id, executiveId: bernard.id },
        ...{ mentor: 'Tom Leroy', executive: 'Claude Bernard', kind: 'mentoring', status: 'active' },
      },
    ],
    sessions: [
      {
        ...{ id: session.id, pairingId: pairing.id, programmeId: northwind.id, status: 'fixed' },
        ...{ mentor: 'Tom Leroy', executive: 'Claude Bernard' },
        ...{ start: '2027-03-17T09:00:00Z', end: '2027-03-17T09:30:00Z' },
      },
    ],
    more: { people: false, pairings: false, sessions: false },
  })
  for (const query of ['TRESORERIE', 'c. bernard', bernard.email.slice(0, 6)])
    expect((await nadias.get(`/api/v1/search?q=${encodeURIComponent(query)}`)).body).toMatchObject({
      people: [{ id: bernard.id }],
    })
})

test('what is not hers is like what is not there: another programme, and what it says of somebody she knows', async () => {
  const nothing = (await ritas.get('/api/v1/search?q=nobody-at-all')).body
  for (const query of ['bernard', 'leroy', 'muller', bernard.email])
    expect((await ritas.get(`/api/v1/search?q=${query}`)).body).toEqual(nothing)
  expect((await nadias.get('/api/v1/search?q=sandt')).body).toEqual(nothing)
  expect((await ritas.get('/api/v1/search?q=sandt')).body).toMatchObject({ people: [{ name: 'Zoë Sandt' }] })
})

test('a mentor finds his own pairs by name, and neither addresses, units, nor what is only proposed', async () => {
  const found = (await toms.get('/api/v1/search?q=bernard')).body
  expect(found).toMatchObject({
    people: [{ id: bernard.id, email: null, unit: null }],
    pairings: [{ id: pairing.id }],
    sessions: [{ id: session.id }],
  })
  const nothing = (await toms.get('/api/v1/search?q=nobody-at-all')).body
  for (const query of ['tresorerie', bernard.email, 'muller', 'nadia', 'odile', 'mia', 'okoye'])
    expect((await toms.get(`/api/v1/search?q=${query}`)).body).toEqual(nothing)
  expect((await (await world.as(mia)).get('/api/v1/search?q=bernard')).body).toEqual(nothing)
  expect(JSON.stringify((await nadias.get('/api/v1/search?q=muller')).body)).toContain(sounding.id)
})

test('a search needs words, of a length that somebody types', async () => {
  expect(await nadias.get('/api/v1/search')).toMatchObject({ status: 422 })
  expect(await nadias.get(`/api/v1/search?q=${'a'.repeat(101)}`)).toMatchObject({ status: 422 })
})

test('the page works without script, and leads to what was found', async () => {
  const page = String((await nadias.get('/search?q=M%C3%9CLLER')).body)
  expect(page).toContain(`href="/people/${zoe.id}"`)
  expect(page).toContain(`href="mailto:${zoe.email}"`)
  expect(page).toContain(`href="/pairings/${proposed.id}"`)
  expect(page).toContain(`href="/sessions/${sounding.id}"`)
  expect(page).toContain('value="MÜLLER"')
  expect(String((await nadias.get('/search?q=x%22%3E%3Cscript%3E')).body)).not.toContain('"><script>')
  expect(String((await nadias.get('/search?q=xyzzy')).body)).toContain('Nothing found')
  expect(String((await nadias.get('/search')).body)).not.toContain('Nothing found')
  expect(await toms.get('/search?q=bernard')).toMatchObject({ status: 404 })
})

test('a manager has the field on each page, a mentor and a reader of a mail have none', async () => {
  const isSearched = async (client: typeof nadias, path: string) => {
    const page = String((await client.get(path)).body)
    return [page.includes('role="search"'), /assets\/search-key-[\w-]+\.js/.test(page)]
  }
  expect(await isSearched(nadias, '/board')).toEqual([true, true])
  expect(await isSearched(toms, '/mine')).toEqual([false, false])
  expect(await isSearched(await world.as(null), '/sign-in')).toEqual([false, false])
})

test('a page with a field of its own has no other, and the title says that it is a search', async () => {
  for (const path of ['/search', '/search?q=bernard', '/nowhere']) {
    const page = String((await nadias.get(path)).body)
    expect([path, page.split('type="search"').length - 1]).toEqual([path, 1])
  }
  expect(String((await nadias.get('/search?q=bernard')).body)).toContain(
    '<title>Search: “bernard” · Sotto</title>',
  )
})

test('no log has the words of a search', async () => {
  const lines = ['log', 'info', 'warn', 'error'] as const
  const spies = lines.map((each) => vi.spyOn(console, each).mockImplementation(() => {}))
  await nadias.get('/search?q=bernard-canary')
  await nadias.get('/api/v1/search?q=bernard-canary')
  await (await world.as(null)).get('/api/v1/search?q=bernard-canary')
  const logged = JSON.stringify(spies.flatMap((spy) => spy.mock.calls))
  for (const spy of spies) spy.mockRestore()
  expect(logged).toContain('GET /search')
  expect(logged).not.toContain('canary')
  const { results } = await env.DB.prepare('SELECT * FROM access_log').all()
  expect(JSON.stringify(results)).not.toContain('canary')
})

test('what comes next is among the sessions, though ten other pairings are named before its own', async () => {
  const own = await aWorld()
  const setting = settingOf(own)
  await manyExecutives(setting, own.tom, 11)
  const last = await aPairing(setting, own.tom, await aPersonIn(setting, 'executive', { name: 'Zz Last' }))
  const next = await aFixedSession(setting, last, '2027-03-17T13:00Z')
  const { body } = await (await own.as(own.nadia)).get('/api/v1/search?q=leroy')
  expect(body).toMatchObject({ more: { pairings: true }, sessions: [{ id: next.id }] })
})

test('a search reads some rows for each of four hundred people, and none for their sessions', async () => {
  const [few, many] = [await searchedAfter(40), await searchedAfter(4000)]
  for (const query of ['bernard', 'chief', 'xyzzy']) {
    expect(many.get(query)?.calls).toBe(few.get(query)?.calls)
    const [before, after] = [few.get(query)?.rowsRead ?? 0, many.get(query)?.rowsRead ?? 0]
    expect(Math.abs(after - before)).toBeLessThanOrEqual(15)
    expect(after).toBeLessThan(400 * 10)
  }
})

/** The cost of each search among four hundred pairs, of which one has met so often. */
async function searchedAfter(past: number): Promise<ReadonlyMap<string, Cost>> {
  const { platform: here, ...rest } = await aWorld()
  await manyExecutives(settingOf({ platform: here, ...rest }), rest.tom, 400)
  await manyPastSessions({ platform: here, ...rest }, past)
  const costs = new Map<string, Cost>()
  for (const query of ['bernard', 'chief', 'xyzzy'])
    costs.set(
      query,
      await costOf(here, async (counting) => {
        const client = await signedIn(here, rest.nadia, counting)
        expect((await client.get(`/api/v1/search?q=${query}`)).status).toBe(200)
      }),
    )
  return costs
}
