import { expect, test } from 'vitest'

import { outbox } from '../../../schema/index.ts'
import { routes } from '../../../worker/http/routes.ts'
import { type ApiRequest, requestsAbout, sentBody } from '../../support/api-requests.ts'
import type { Answer, Client } from '../../support/client.ts'
import { keyOf, webhookOf } from '../../support/everything.ts'
import { aFile, brought } from '../../support/imports.ts'
import { textAt } from '../../support/response-shapes.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
} from '../../support/world.ts'

/** Northwind with a future session and an open offer; Fabrikam beside it; Mia, a Northwind mentor without a pairing. */
const world = await aWorld()
const here = settingOf(world)
const fabrikam = await fabrikamBeside(world)
const mia = await aMentor(here, 'Mia Berg')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const session = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const offered = await anOffer(here, await aPairing(here, world.tom, yann))

const askers = {
  manager: await world.as(world.nadia),
  mentor: await world.as(world.tom),
  'other mentor': await world.as(mia),
  'manager elsewhere': await world.as(fabrikam.rita),
  'mentor elsewhere': await world.as(fabrikam.ugo),
  nobody: await world.as(null),
}
type Asker = keyof typeof askers

const { northwind, bernard } = world
const requests = requestsAbout({ world, mia, session, offered, ...(await kept()) })

/** Routes without an object: each reader gets his own, or it is the installation's. */
const ABOUT_ONESELF = [
  'POST /api/v1/deliveries/resumption',
  'GET /api/v1/openapi.json',
  'GET /api/v1/programmes',
  'POST /api/v1/programmes',
  'GET /api/v1/deliveries',
  'GET /api/v1/health',
  'GET /api/v1/keys',
  'POST /api/v1/keys',
  'GET /api/v1/webhooks',
  'POST /api/v1/webhooks',
  'GET /api/v1/search',
]
/** Lists that are empty for a mentor without a pairing. */
const LISTS = ['GET /api/v1/pairings', 'GET /api/v1/sessions']

const api = routes
  .filter(({ path }) => path.startsWith('/api/v1/'))
  .map(({ method, path, actors }) => ({ route: `${method} ${path}`, method, path, actors }))

test('the table below has a request for every route of the API', () => {
  const missing = api.filter(({ route }) => !requests[route] && !ABOUT_ONESELF.includes(route))
  expect(missing.map(({ route }) => route)).toEqual([])
})

test.each(api.filter(({ route }) => requests[route]))(
  '$route answers those it concerns, and is not there for others',
  async ({ route, method, actors }) => {
    const request = requests[route] ?? { path: '' }
    const isForMentor = actors.includes('mentor')
    const expected: Readonly<Record<Asker, 'answered' | 404 | 401>> = {
      nobody: 401,
      'manager elsewhere': 404,
      'mentor elsewhere': 404,
      'other mentor': isForMentor && LISTS.includes(route) ? 'answered' : 404,
      mentor: isForMentor ? 'answered' : 404,
      manager: actors.includes('manager') ? 'answered' : 404,
    }

    const seen = []
    for (const [asker, client] of Object.entries(askers)) {
      const { status } = await send(client, method, request)
      seen.push([asker, status === 404 || status === 401 ? status : 'answered'])
    }
    expect(Object.fromEntries(seen)).toEqual(expected)
  },
)

test.each(api.filter(({ route }) => requests[route]))(
  '$route says of what is not yours what it says of what is not there',
  async ({ route, method }) => {
    const { path = '', body, ...sent } = requests[route] ?? {}
    const elsewhere = await send(askers['manager elsewhere'], method, { path, body, ...sent })
    const nowhere = await send(askers['manager elsewhere'], method, {
      ...sent,
      path: path.replaceAll(
        /(ses|off|pai|per|prg|let|pln|fmt|imp|whk|msg)_\w{26}/g,
        '$1_00000000000000000000000000',
      ),
      body:
        body &&
        JSON.parse(JSON.stringify(body).replaceAll(/(pai|per|prg)_\w{26}/g, '$1_00000000000000000000000000')),
    })
    expect({ status: elsewhere.status, body: elsewhere.body }).toEqual({
      status: nowhere.status,
      body: nowhere.body,
    })
  },
)

test('a list without a programme shows only the reader’s own', async () => {
  const rita = askers['manager elsewhere']
  expect(namesIn(await rita.get('/api/v1/people'))).toEqual(['Rita Novak', 'Ugo Conti', 'Yara Okoye'])
  expect(await rita.get('/api/v1/pairings')).toMatchObject({
    body: { pairings: [{ id: fabrikam.pairing.id }] },
  })
  expect(await rita.get('/api/v1/sessions')).toMatchObject({ body: { sessions: [] } })
  expect(await askers['other mentor'].get('/api/v1/pairings')).toMatchObject({ body: { pairings: [] } })
})

test('a mentor cannot see a pairing while it is only proposed', async () => {
  const zoe = await aPersonIn(here, 'executive', { name: 'Zoe Fabre' })
  const proposed = await aPairing(here, mia, zoe, 'proposed')
  const sounding = await anOffer(here, proposed)
  const before = askers['other mentor']

  expect(await before.get('/api/v1/pairings')).toMatchObject({ body: { pairings: [] } })
  expect(await before.get('/api/v1/sessions')).toMatchObject({ body: { sessions: [] } })
  expect(await before.get(`/api/v1/sessions/${sounding.id}`)).toMatchObject({ status: 404 })

  const optionId = sounding.offer?.options[0]?.id
  await askers.manager.post(`/api/v1/offers/${sounding.offer?.id}/answer`, { optionId })
  expect(await before.get('/api/v1/pairings')).toMatchObject({ body: { pairings: [{ id: proposed.id }] } })
  expect(await before.get('/api/v1/sessions')).toMatchObject({ body: { sessions: [{ id: sounding.id }] } })
  expect(await before.get(`/api/v1/sessions/${sounding.id}`)).toMatchObject({ status: 200 })
})

test('a session is seen by its mentor, a stand-in included', async () => {
  const vera = await aPersonIn(here, 'executive', { name: 'Vera Lang' })
  const { id } = await aFixedSession(here, await aPairing(here, world.tom, vera), '2027-03-24T09:00Z')
  const seenBy = async (asker: Asker) => {
    const list = JSON.stringify((await askers[asker].get('/api/v1/sessions')).body)
    return [(await askers[asker].get(`/api/v1/sessions/${id}`)).status, list.includes(id)]
  }
  expect([await seenBy('mentor'), await seenBy('other mentor')]).toEqual([
    [200, true],
    [404, false],
  ])

  const wish = { start: '2027-03-24T13:00:00Z', mentorId: mia.id, reason: 'Tom is ill.' }
  expect(await askers.manager.post(`/api/v1/sessions/${id}/time`, wish)).toMatchObject({ status: 200 })
  expect([await seenBy('mentor'), await seenBy('other mentor')]).toEqual([
    [404, false],
    [200, true],
  ])
})

test('a mentor reads a programme’s name, and not how it is run', async () => {
  const { body } = await askers.mentor.get('/api/v1/programmes')
  expect(body).toEqual({ programmes: [{ id: northwind.id, name: 'Northwind', shortName: 'Northwind' }] })
})

test('nobody’s secret reply address is ever shown', async () => {
  const people = await askers.manager.get(`/api/v1/people?programme=${northwind.id}`)
  expect(JSON.stringify(people.body)).toContain(bernard.email)
  expect(JSON.stringify(people.body)).not.toContain(bernard.replyAddress)
  expect(JSON.stringify(people.body)).not.toContain('reply.sotto')
})

/** What Sotto itself has written: a letter, a plan and a line on Today. */
async function kept() {
  const { manager } = askers
  await manager.post(`/api/v1/offers/${offered.offer?.id}/answer`, { start: '2027-03-18T20:00:00Z' })
  const [letter] = await world.platform.db.select().from(outbox)
  const plan = await manager.post(`/api/v1/programmes/${world.northwind.id}/plans`)
  const formats = await manager.get(`/api/v1/programmes/${world.northwind.id}/formats`)
  const tracks = await manager.get(`/api/v1/programmes/${world.northwind.id}/tracks`)
  const today = await manager.get('/api/v1/today')
  const ofReport = await manager.post(`/api/v1/programmes/${world.northwind.id}/report/links`, {
    ...{ label: 'Board', locale: 'en' },
  })
  return {
    letterId: letter?.id ?? '',
    planId: textAt(plan.body, 'id'),
    formatId: textAt(formats.body, 'formats', 0, 'id'),
    trackId: textAt(tracks.body, 'tracks', 0, 'id'),
    reportLinkId: textAt(ofReport.body, 'id'),
    keyId: await keyOf(manager, world.northwind.id),
    ...(await webhookOf(manager, world.northwind.id)),
    importId: (await brought(world, aFile('people', `email\n${bernard.email}`))).id,
    formatIds: [1, 2, 3].map((at) => textAt(formats.body, 'formats', at, 'id')),
    key: textAt(today.body, 'items', 0, 'key'),
  }
}

function send(client: Client, method: string, { path, ...sent }: ApiRequest): Promise<Answer> {
  return method === 'GET' ? client.get(path) : client.ask(path, { method, ...sentBody(sent) })
}

function namesIn({ body }: Answer): readonly string[] {
  return Array.from(JSON.stringify(body).matchAll(/"name":"([^"]+)"/g), ([, name = '']) => name)
}
