import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { dump } from '../../support/dump.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aManager, aWorld, fabrikamBeside, type World } from '../../support/world.ts'

const DAY = '2027-06-30'

test('a key reads and changes as its maker, without a cookie or an origin; its secret is shown once, and not stored', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: `key_${'k'.repeat(26)}`, ...wishOf(world, 'write') }
  const made = await nadia.post('/api/v1/keys', wish)
  expect(made).toMatchObject({
    status: 201,
    body: {
      ...{ id: wish.id, access: 'write', programmeIds: [world.northwind.id] },
      ...{ expiresOn: DAY, endedAt: null, usedOn: null },
    },
  })
  const token = textAt(made.body, 'key')
  expect(token).toMatch(/^sotto_[\w-]{43}$/)
  expect(await nadia.post('/api/v1/keys', wish)).toMatchObject({
    status: 201,
    body: { id: wish.id, key: null },
  })
  expect(await nadia.post('/api/v1/keys', { ...wish, name: 'Another' })).toMatchObject({ status: 409 })
  expect(JSON.stringify(await dump())).not.toContain(token.slice('sotto_'.length))

  const program = await byKey(world, token)
  expect(await program('GET', '/programmes')).toMatchObject({
    body: { programmes: [{ id: world.northwind.id, policy: expect.anything() }] },
  })
  const offered = await program('POST', '/offers', { pairingId: world.pairing.id })
  expect(offered.status).toBe(201)
  expect(await nadia.get('/api/v1/keys')).toMatchObject({
    body: { keys: [{ id: wish.id, usedOn: '2027-03-15' }] },
  })
  expect(JSON.stringify(await nadia.get('/api/v1/keys'))).not.toContain('sotto_')
})

test('a key that reads writes nothing', async () => {
  const world = await aWorld()
  const program = await byKey(world, await aKey(world, 'read'))
  expect((await program('GET', '/pairings')).status).toBe(200)
  expect(await program('POST', '/offers', { pairingId: world.pairing.id })).toMatchObject({
    status: 403,
    body: { error: { code: 'key-reads-only' } },
  })
  expect(await program('DELETE', '/keys/key_0')).toMatchObject({ status: 403 })
})

test('a key opens no programme that it does not name, though its maker manages it', async () => {
  const world = await aWorld()
  const fabrikam = await fabrikamBeside(world)
  await env.DB.prepare("INSERT INTO memberships SELECT ?, ?, 'manager', since FROM memberships LIMIT 1")
    .bind(fabrikam.fabrikam.id, world.nadia.id)
    .run()
  const program = await byKey(world, await aKey(world, 'write'))
  expect(await program('GET', `/programmes/${fabrikam.fabrikam.id}`)).toMatchObject({ status: 404 })
  expect(await program('GET', `/pairings/${fabrikam.pairing.id}`)).toMatchObject({ status: 404 })
  expect(JSON.stringify((await program('GET', '/programmes')).body)).not.toContain('Fabrikam')
  expect(JSON.stringify((await program('GET', '/people')).body)).not.toContain('Ugo')
  expect(JSON.stringify((await program('GET', '/search?q=Ugo')).body)).not.toContain('Ugo')
})

test('a key for health opens the details of health, is the owner’s alone, and finds nothing else', async () => {
  const world = await aWorld()
  const wish = { name: 'The monitor', access: 'health', expiresOn: DAY }
  const owner = await world.as(world.nadia)
  const program = await byKey(world, textAt((await owner.post('/api/v1/keys', wish)).body, 'key'))
  expect((await program('GET', '/health')).status).toBe(200)
  for (const path of ['/programmes', '/people', '/today', '/search?q=tom', '/deliveries', '/keys'])
    expect((await program('GET', path)).status).toBe(404)
  expect((await program('POST', '/programmes', { name: 'x' })).status).toBe(404)

  const mara = await aManager(world.platform, 'Mara Lind')
  await join(world, mara.id)
  const other = await world.as(mara)
  expect(await other.post('/api/v1/keys', wish)).toMatchObject({ status: 404 })
  expect(await (await byKey(world, await aKey(world, 'read')))('GET', '/health')).toMatchObject({
    status: 404,
  })
})

test.each([
  ['POST', '/keys', { name: 'x', access: 'read', expiresOn: DAY }],
  ['GET', '/keys', undefined],
  ['DELETE', '/keys/key_0', undefined],
  ['POST', '/programmes', { name: 'Another' }],
  ['POST', '/deliveries/resumption', { waiting: 'send' }],
  ['GET', '/programmes/PROGRAMME/export?kind=people', undefined],
  ['POST', '/programmes/PROGRAMME/closure', { cancelFixed: false }],
  ['POST', '/programmes/PROGRAMME/report/links', { label: 'Board', locale: 'en' }],
  ['POST', '/people/PERSON/erasure', {}],
  ['PATCH', '/people/PERSON', { email: 'elsewhere@people.example' }],
] as const)('%s %s is not done by a key', async (method, path, body) => {
  const world = await aWorld()
  const program = await byKey(world, await aKey(world, 'write'))
  const here = path.replace('PROGRAMME', world.northwind.id).replace('PERSON', world.bernard.id)
  expect(await program(method, here, body)).toMatchObject({
    status: 403,
    body: { error: { code: 'not-by-key' } },
  })
})

test('a key opens no page, and no key is signed in beside a cookie', async () => {
  const world = await aWorld()
  const headers = { Authorization: `Bearer ${await aKey(world, 'write')}` }
  const nobody = await world.as(null)
  expect((await nobody.ask('/today', { headers })).status).toBe(303)
  const nadia = await world.as(world.nadia)
  const wrong = { Authorization: `Bearer sotto_${'0'.repeat(43)}` }
  expect((await nadia.ask('/api/v1/programmes', { headers: wrong })).status).toBe(401)
})

test('a key ends by a press of its maker, on its day, and with her place for good', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const first = await nadia.post('/api/v1/keys', wishOf(world, 'read'))
  const program = await byKey(world, textAt(first.body, 'key'))
  expect((await program('GET', '/people')).status).toBe(200)
  const ended = await nadia.delete(`/api/v1/keys/${textAt(first.body, 'id')}`)
  expect(ended).toMatchObject({ status: 200, body: { endedAt: expect.any(String) } })
  expect((await program('GET', '/people')).status).toBe(401)

  const second = await byKey(world, await aKey(world, 'read'))
  world.now('2027-06-30T21:59:00Z')
  expect((await second('GET', '/people')).status).toBe(200)
  world.now('2027-06-30T22:00:00Z')
  expect((await second('GET', '/people')).status).toBe(401)

  world.now('2027-04-01T08:00:00Z')
  const third = await byKey(world, await aKey(world, 'read'))
  await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(world.nadia.id).run()
  expect((await third('GET', '/people')).status).not.toBe(200)
  world.now('2027-04-02T08:00:00Z')
  await join(world, world.nadia.id)
  expect((await third('GET', '/people')).status).not.toBe(200)
})

test('a day that is over or too far away, and a programme of others, are refused with a sentence', async () => {
  const world = await aWorld()
  const fabrikam = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const ask = async (change: object) => nadia.post('/api/v1/keys', { ...wishOf(world, 'read'), ...change })
  expect(await ask({ expiresOn: '2027-03-14' })).toMatchObject({ body: { error: { code: 'day-passed' } } })
  expect(await ask({ expiresOn: '2028-03-17' })).toMatchObject({
    ...{ status: 422, body: { error: { code: 'key-too-long' } } },
  })
  expect(await ask({ programmeIds: [fabrikam.fabrikam.id] })).toMatchObject({ status: 404 })
  expect(await ask({ programmeIds: [] })).toMatchObject({
    ...{ status: 422, body: { error: { fields: { programmeIds: expect.any(String) } } } },
  })
})

function wishOf({ northwind }: World, access: 'read' | 'write') {
  return { name: 'The intranet', access, programmeIds: [northwind.id], expiresOn: DAY }
}

async function aKey(world: World, access: 'read' | 'write'): Promise<string> {
  const nadia = await world.as(world.nadia)
  return textAt((await nadia.post('/api/v1/keys', wishOf(world, access))).body, 'key')
}

/** A program: no cookie, no Origin. */
async function byKey(world: World, token: string) {
  const nobody = await world.as(null)
  return (method: string, path: string, body?: object) =>
    nobody.ask(`/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
}

async function join(world: World, personId: string): Promise<void> {
  await env.DB.prepare(
    "INSERT INTO memberships (programme_id, person_id, role, since) VALUES (?, ?, 'manager', ?)",
  )
    .bind(world.northwind.id, personId, world.platform.now())
    .run()
}
