import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { RATE_LIMITS } from '../../../worker/domain/rate-limits.ts'
import { hashOf } from '../../../worker/platform.ts'
import { stranger } from '../../support/client.ts'
import { countingDatabase } from '../../support/counting-database.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWorld, type World } from '../../support/world.ts'

test('a key that asks too often waits a minute, without a call of the database; what it may else do goes on', async () => {
  const world = await aWorld()
  const total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const program = await byKey(world, {
    db: drizzle(countingDatabase(env.DB, total)),
    allows: (limit) => Promise.resolve(limit === 'key-writes'),
  })
  const refused = await program('GET', '/people')
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } })
  expect(refused.headers.get('Retry-After')).toBe('60')
  expect(refused.headers.get('RateLimit-Policy')).toBe('"key-reads";q=600;w=60')
  expect(total.calls).toBe(0)

  const written = await program('POST', '/offers', { pairingId: world.pairing.id })
  expect(written.status).toBe(201)
  expect(written.headers.get('RateLimit-Policy')).toBe('"key-writes";q=120;w=60')
})

test('each key is counted by itself, and never by its secret', async () => {
  const world = await aWorld()
  const counted: string[] = []
  const allows = (_: string, whose: string) => Promise.resolve(counted.push(whose) > 0)
  await (
    await byKey(world, { allows })
  )('GET', '/people')
  await (
    await byKey(world, { allows })
  )('GET', '/people')
  expect(new Set(counted).size).toBe(2)
  expect(counted.join()).not.toContain('sotto_')
})

test('the limits that are bound are those of the table', async () => {
  const { most } = RATE_LIMITS['key-writes']
  for (let asked = 0; asked < most; asked += 1)
    expect(await env.KEY_WRITES.limit({ key: 'one' })).toEqual({ success: true })
  expect(await env.KEY_WRITES.limit({ key: 'one' })).toEqual({ success: false })
  expect(await env.KEY_WRITES.limit({ key: 'another' })).toEqual({ success: true })
})

test('what Cloudflare has counted to the end refuses that key, for changes alone', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { name: 'The intranet', access: 'write', programmeIds: [world.northwind.id] }
  const made = await nadia.post('/api/v1/keys', { ...wish, expiresOn: '2027-06-30' })
  const token = textAt(made.body, 'key')
  const headers = { Authorization: `Bearer ${token}` }
  for (let asked = 0; asked < RATE_LIMITS['key-writes'].most; asked += 1)
    await env.KEY_WRITES.limit({ key: await hashOf(token) })
  const nobody = await world.as(null)
  const changed = await nobody.ask('/api/v1/people', { method: 'POST', headers })
  expect([changed.status, changed.headers.get('Retry-After')]).toEqual([429, '60'])
  expect((await nobody.ask('/api/v1/people', { headers })).status).toBe(200)
})

test('beyond ten an hour no key is made, and the same request again is not counted', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { most } = RATE_LIMITS.key
  const wish = { access: 'read', programmeIds: [world.northwind.id], expiresOn: '2027-06-30' }
  const make = (nth: number) =>
    nadia.post('/api/v1/keys', { ...wish, id: `key_${'k'.repeat(25)}${nth}`, name: `The intranet ${nth}` })
  for (let nth = 0; nth < most; nth += 1) {
    expect((await make(nth)).status).toBe(201)
    expect((await make(nth)).status).toBe(201)
  }
  const beyond = await nadia.post('/api/v1/keys', { ...wish, name: 'One more' })
  expect(beyond).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } })
  expect(beyond.headers.get('Retry-After')).toBe('3600')
  expect(await env.DB.prepare('SELECT count(*) AS count FROM api_keys').first('count')).toBe(most)
})

async function byKey(world: World, parts: Partial<World['platform']>) {
  const nadia = await world.as(world.nadia)
  const wish = { name: 'The intranet', access: 'write', programmeIds: [world.northwind.id] }
  const made = await nadia.post('/api/v1/keys', { ...wish, expiresOn: '2027-06-30' })
  const Authorization = `Bearer ${textAt(made.body, 'key')}`
  const client = stranger({ ...world.platform, ...parts })
  return (method: string, path: string, body?: object) =>
    client.ask(`/api/v1${path}`, {
      method,
      headers: { Authorization, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
}
