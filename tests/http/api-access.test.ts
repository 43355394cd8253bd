import { expect, test } from 'vitest'

import { outbox } from '../../schema/index.ts'
import { routes } from '../../worker/http/access.ts'
import type { Answer, Client } from '../support/client.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
} from '../support/world.ts'

/** Northwind with a session to come and times on offer; Fabrikam beside it; and Mia, a mentor there whom it does not concern. */
const world = await aWorld()
const here = settingOf(world)
const fabrikam = await fabrikamBeside(world)
const mia = await aMentor(here, 'Mia Berg')
const yann = await aPersonIn(here, 'executive', { name: 'Yann Petit' })
const session = await aFixedSession(here, world.pairing, '2027-03-17T09:00Z')
const offered = await anOffer(here, await aPairing(here, world.tom, yann))
const [letter] = await world.platform.db.select().from(outbox)

const askers = {
  manager: await world.as(world.nadia),
  mentor: await world.as(world.tom),
  'other mentor': await world.as(mia),
  'manager elsewhere': await world.as(fabrikam.rita),
  'mentor elsewhere': await world.as(fabrikam.ugo),
  nobody: await world.as(null),
}
type Asker = keyof typeof askers

const start = '2027-03-18T10:00:00Z'
const hours = { zone: 'Europe/Paris', weekly: [], exceptions: [] }
const { northwind, tom, bernard, pairing } = world
const newcomer = {
  programmeId: northwind.id,
  roles: ['mentor'],
  name: 'A',
  email: 'a@people.example',
  zone: 'UTC',
}

/** For each route of the API one request that is right in itself, about something of Northwind's. */
const requests: Readonly<Record<string, { readonly path: string; readonly body?: unknown }>> = {
  'GET /api/v1/programmes/:id': { path: `/api/v1/programmes/${northwind.id}` },
  'PATCH /api/v1/programmes/:id': { path: `/api/v1/programmes/${northwind.id}`, body: { name: 'Northwind' } },
  'GET /api/v1/people': { path: `/api/v1/people?programme=${northwind.id}` },
  'POST /api/v1/people': { path: '/api/v1/people', body: newcomer },
  'PATCH /api/v1/people/:id': { path: `/api/v1/people/${bernard.id}`, body: { name: 'Claude Bernard' } },
  'PUT /api/v1/people/:id/availability': { path: `/api/v1/people/${tom.id}/availability`, body: hours },
  'GET /api/v1/pairings': { path: `/api/v1/pairings?programme=${northwind.id}` },
  'POST /api/v1/pairings': {
    path: '/api/v1/pairings',
    body: { mentorId: mia.id, executiveId: bernard.id, kind: 'workshop' },
  },
  'PATCH /api/v1/pairings/:id': { path: `/api/v1/pairings/${pairing.id}`, body: { place: null } },
  'GET /api/v1/pairings/:id/slots': { path: `/api/v1/pairings/${pairing.id}/slots` },
  'POST /api/v1/offers': { path: '/api/v1/offers', body: { pairingId: pairing.id } },
  'POST /api/v1/offers/:id/answer': {
    path: `/api/v1/offers/${offered.offer?.id}/answer`,
    body: { none: true },
  },
  'GET /api/v1/sessions': { path: `/api/v1/sessions?programme=${northwind.id}` },
  'POST /api/v1/sessions': { path: '/api/v1/sessions', body: { pairingId: pairing.id, start } },
  'GET /api/v1/sessions/:id': { path: `/api/v1/sessions/${session.id}` },
  'GET /api/v1/sessions/:id/history': { path: `/api/v1/sessions/${session.id}/history` },
  'POST /api/v1/sessions/:id/time': { path: `/api/v1/sessions/${session.id}/time`, body: { start } },
  'POST /api/v1/sessions/:id/place': { path: `/api/v1/sessions/${session.id}/place`, body: { place: null } },
  'POST /api/v1/sessions/:id/answers': {
    path: `/api/v1/sessions/${session.id}/answers`,
    body: { personId: bernard.id, partstat: 'ACCEPTED' },
  },
  'POST /api/v1/sessions/:id/counters/:counterId/acceptance': {
    path: `/api/v1/sessions/${session.id}/counters/ctr_none/acceptance`,
  },
  'POST /api/v1/sessions/:id/counters/:counterId/refusal': {
    path: `/api/v1/sessions/${session.id}/counters/ctr_none/refusal`,
  },
  'POST /api/v1/sessions/:id/outcome': {
    path: `/api/v1/sessions/${session.id}/outcome`,
    body: { result: 'happened' },
  },
  'POST /api/v1/sessions/:id/cancellation': { path: `/api/v1/sessions/${session.id}/cancellation` },
  'POST /api/v1/deliveries/:id/retry': { path: `/api/v1/deliveries/${letter?.id}/retry` },
  'GET /api/v1/today': { path: `/api/v1/today?programme=${northwind.id}` },
}
/** Asked of nothing in particular: everybody who may ask is answered about his own. */
const ABOUT_ONESELF = [
  'GET /api/v1/openapi.json',
  'GET /api/v1/programmes',
  'POST /api/v1/programmes',
  'GET /api/v1/deliveries',
]
/** A list of one's own is empty for a mentor whom nothing concerns. */
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
    const { path = '', body } = requests[route] ?? {}
    const elsewhere = await send(askers['manager elsewhere'], method, { path, body })
    const nowhere = await send(askers['manager elsewhere'], method, {
      path: path.replaceAll(/(ses|off|pai|per|prg|let)_\w{26}/g, '$1_00000000000000000000000000'),
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

test('a list without a programme shows one’s own alone', async () => {
  const rita = askers['manager elsewhere']
  expect(namesIn(await rita.get('/api/v1/people'))).toEqual(['Rita Novak', 'Ugo Conti', 'Yara Okoye'])
  expect(await rita.get('/api/v1/pairings')).toMatchObject({
    body: { pairings: [{ id: fabrikam.pairing.id }] },
  })
  expect(await rita.get('/api/v1/sessions')).toMatchObject({ body: { sessions: [] } })
  expect(await askers['other mentor'].get('/api/v1/pairings')).toMatchObject({ body: { pairings: [] } })
})

test('a mentor hears nothing of a pairing until the executive has been sounded out', async () => {
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

function send(
  client: Client,
  method: string,
  { path, body }: { readonly path: string; readonly body?: unknown },
): Promise<Answer> {
  if (method === 'GET') return client.get(path)
  return client.ask(path, {
    method,
    body: JSON.stringify(body ?? {}),
    headers: { 'Content-Type': 'application/json' },
  })
}

function namesIn({ body }: Answer): readonly string[] {
  return Array.from(JSON.stringify(body).matchAll(/"name":"([^"]+)"/g), ([, name = '']) => name)
}
