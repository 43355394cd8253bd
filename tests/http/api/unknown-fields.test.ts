import { expect, test } from 'vitest'

import { routes } from '../../../worker/http/routes.ts'
import type { Answer } from '../../support/client.ts'
import { worldWithRequests } from '../../support/world-with-requests.ts'

const { world, requests } = await worldWithRequests()
const nadia = await world.as(world.nadia)

const api = routes.filter(({ path }) => path.startsWith('/api/v1/') && requests[`GET ${path}`] !== null)
const writing = api.filter(({ method, path }) => {
  const request = requests[`${method} ${path}`]
  return method !== 'GET' && request && request.csv === undefined
})
const all = api.filter(({ method, path }) => requests[`${method} ${path}`])

test.each(writing)('$method $path refuses a field it does not know', async ({ method, path }) => {
  const request = requests[`${method} ${path}`] ?? { path: '' }
  const answer = await send(method, request.path, { ...Object(request.body), surplus: 1 })
  expect(answer).toMatchObject(unknown('surplus'))
})

test.each(all)('$method $path refuses a parameter it does not know', async ({ method, path }) => {
  const request = requests[`${method} ${path}`] ?? { path: '' }
  const surplus = `${request.path}${request.path.includes('?') ? '&' : '?'}surplus=1`
  expect(await send(method, surplus, request.body)).toMatchObject(unknown('surplus'))
})

const person = `/api/v1/people/${world.bernard.id}`
const programme = `/api/v1/programmes/${world.northwind.id}`
const pairing = `/api/v1/pairings/${world.pairing.id}`
const window = { day: 1, from: '09:00', to: '10:00' }
const nested: readonly (readonly [method: string, path: string, body: object, field: string])[] = [
  ['PATCH', person, { rules: { foo: 1 } }, 'rules.foo'],
  ['PATCH', person, { rules: { buffers: { between: 5 } } }, 'rules.buffers.between'],
  ['PATCH', person, { rules: { never: [{ ...window, why: 'x' }] } }, 'rules.never.0.why'],
  ['PATCH', person, { rules: { topics: { hated: [] } } }, 'rules.topics.hated'],
  [
    'PATCH',
    person,
    { rules: { trips: [{ zone: 'UTC', from: '2027-04-01', to: '2027-04-02', hotel: 'x' }] } },
    'rules.trips.0.hotel',
  ],
  ['PATCH', programme, { policy: { colour: 'red' } }, 'policy.colour'],
  ['PATCH', programme, { policy: { buffers: { between: 5 } } }, 'policy.buffers.between'],
  [
    'PATCH',
    programme,
    { policy: { blackouts: [{ from: '2027-04-01', to: '2027-04-02', reason: 'r', zone: 'UTC' }] } },
    'policy.blackouts.0.zone',
  ],
  ['PATCH', pairing, { place: { kind: 'room', room: '4', floor: 1 } }, 'place.floor'],
  ['POST', '/api/v1/pairings', { override: 'They get on.' }, 'override'],
  ['POST', '/api/v1/pairings', { overrideReason: 'They get on.' }, 'overrideReason'],
  [
    'POST',
    '/api/v1/sessions',
    {
      pairingId: world.pairing.id,
      start: '2027-03-18T09:00:00Z',
      place: { kind: 'room', room: '4', floor: 1 },
    },
    'place.floor',
  ],
  [
    'PUT',
    `/api/v1/people/${world.tom.id}/availability`,
    { zone: 'UTC', weekly: [], exceptions: [{ date: '2027-04-01', why: 'x' }] },
    'exceptions.0.why',
  ],
]

test.each(nested)('%s %s names the field inside: %j', async (method, path, body, field) => {
  expect(await send(method, path, body)).toMatchObject(unknown(field))
})

test('unknown fields are reported before other errors, all at once', async () => {
  const answer = await nadia.post('/api/v1/programmes', { name: '', colour: 'red', policy: { shade: 1 } })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'unknown-field' } } })
  expect(Object.keys(Object(answer.body).error.fields).toSorted()).toEqual(['colour', 'policy.shade'])
})

test('a request refused for an unknown field changed nothing', async () => {
  const before = await nadia.get(programme)
  await nadia.patch(programme, { name: 'Otherwise', surplus: 1 })
  expect((await nadia.get(programme)).body).toEqual(before.body)
})

function unknown(field: string) {
  return {
    status: 400,
    body: {
      error: {
        code: 'unknown-field',
        message: expect.stringContaining(field),
        fields: { [field]: 'This field is not known here.' },
      },
    },
  }
}

function send(method: string, path: string, body: unknown): Promise<Answer> {
  if (method === 'GET') return nadia.get(path)
  const headers = { 'Content-Type': 'application/json' }
  return nadia.ask(path, { method, body: JSON.stringify(body ?? {}), headers })
}
