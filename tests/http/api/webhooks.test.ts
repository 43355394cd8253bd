import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { RATE_LIMITS } from '../../../worker/domain/rate-limits.ts'
import { runAll } from '../../../worker/jobs/jobs.ts'
import { keyOfNadia } from '../../support/agent.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWebhook, HOOK, isVerified, listening } from '../../support/webhooks.ts'
import { aManager, anOffer, aWorld, fabrikamBeside, settingOf, type World } from '../../support/world.ts'

test('a webhook is made once, its secret shown once, and sealed', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: `whk_${'w'.repeat(26)}`, programmeId: world.northwind.id, url: HOOK }
  const made = await nadia.post('/api/v1/webhooks', wish)
  expect(made).toMatchObject({
    ...{ status: 201, body: { id: wish.id, url: HOOK, state: 'on', endedAt: null } },
  })
  expect(textAt(made.body, 'secret')).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(await nadia.post('/api/v1/webhooks', wish)).toMatchObject({ status: 201, body: { secret: null } })
  expect(await nadia.post('/api/v1/webhooks', { ...wish, url: `${HOOK}2` })).toMatchObject({ status: 409 })
  const rows = await env.DB.prepare('SELECT * FROM webhooks').all()
  expect(rows.results).toHaveLength(1)
  for (const secret of [HOOK, 'token=abc', textAt(made.body, 'secret')])
    expect(JSON.stringify(rows)).not.toContain(secret)
})

test('what is not a public https address is refused, and so is a programme of others', async () => {
  const world = await aWorld()
  const { fabrikam } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const ask = (change: object) =>
    nadia.post('/api/v1/webhooks', { programmeId: world.northwind.id, url: HOOK, ...change })
  for (const url of [
    'http://hooks.example/a',
    'https://10.0.0.1/a',
    'https://hooks.example:8443/',
    'https://sotto.example/',
  ])
    expect(await ask({ url })).toMatchObject({ status: 422, body: { error: { code: 'webhook-url' } } })
  expect(await ask({ programmeId: fabrikam.id })).toMatchObject({ status: 404 })
  expect(await ask({ types: ['people.added'] })).toMatchObject({ status: 422 })
  expect(await ask({ types: [] })).toMatchObject({ status: 422 })
})

test('a webhook is its maker’s alone: another manager of the programme finds none', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  const mara = await aManager(world.platform, 'Mara Lind')
  await manages(world, mara.id, world.northwind.id)
  const other = await world.as(mara)
  expect(await other.get('/api/v1/webhooks')).toMatchObject({ body: { webhooks: [] } })
  const messageId = textAt((await nadia.post(`/api/v1/webhooks/${id}/attempts`)).body, 'id')
  for (const answer of [
    await other.get(`/api/v1/webhooks/${id}/attempts`),
    await other.post(`/api/v1/webhooks/${id}/attempts`),
    await other.post(`/api/v1/webhooks/${id}/attempts/${messageId}/retry`),
    await other.patch(`/api/v1/webhooks/${id}`, { state: 'off' }),
    await other.delete(`/api/v1/webhooks/${id}`),
    await other.get(`/webhooks/${id}`),
  ])
    expect(answer.status).toBe(404)
  // Nor by a webhook of her own.
  const own = await aWebhook(other, world.northwind.id)
  const through = await other.post(`/api/v1/webhooks/${own.id}/attempts/${messageId}/retry`)
  expect(through.status).toBe(404)
})

test('a key finds the webhooks of the programmes that it names, and no other', async () => {
  const world = await aWorld()
  const { fabrikam } = await fabrikamBeside(world)
  await manages(world, world.nadia.id, fabrikam.id)
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  expect(await nadia.get(`/api/v1/webhooks/${id}/attempts`)).toMatchObject({ status: 200 })
  const Authorization = `Bearer ${await keyOfNadia(world, 'write', [fabrikam.id])}`
  const nobody = await world.as(null)
  const asked = (method: string, path: string) => nobody.ask(path, { method, headers: { Authorization } })
  expect(await asked('GET', '/api/v1/webhooks')).toMatchObject({ body: { webhooks: [] } })
  for (const [method, path] of [
    ['GET', `/api/v1/webhooks/${id}/attempts`],
    ['POST', `/api/v1/webhooks/${id}/attempts`],
    ['DELETE', `/api/v1/webhooks/${id}`],
  ] as const)
    expect((await asked(method, path)).status, `${method} ${path}`).toBe(404)
})

test('beyond twenty an hour none is made and no test is sent, and the same request again is not counted', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: `whk_${'w'.repeat(26)}`, programmeId: world.northwind.id, url: HOOK }
  for (let nth = 0; nth < 3; nth += 1) await nadia.post('/api/v1/webhooks', wish)
  const { most } = RATE_LIMITS.webhook
  for (let nth = 1; nth < most; nth += 1)
    expect(await nadia.post(`/api/v1/webhooks/${wish.id}/attempts`)).toMatchObject({ status: 201 })
  for (const answer of [
    await nadia.post(`/api/v1/webhooks/${wish.id}/attempts`),
    await nadia.post('/api/v1/webhooks', { programmeId: world.northwind.id, url: HOOK }),
  ]) {
    expect(answer).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } })
    expect(answer.headers.get('Retry-After')).toBe('3600')
  }
})

test('after another secret was made both sign for a day, and then the new one alone', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id, secret } = await aWebhook(nadia, world.northwind.id)
  const rotated = await nadia.patch(`/api/v1/webhooks/${id}`, { rotate: true })
  const next = textAt(rotated.body, 'secret')
  expect(next).not.toBe(secret)
  const signedBy = async () => {
    await (await world.as(world.nadia)).post(`/api/v1/webhooks/${id}/attempts`)
    await runAll(world.platform)
    const call = other.calls.at(-1)
    return call && [await isVerified(call, secret), await isVerified(call, next)]
  }
  expect(await signedBy()).toEqual([true, true])
  world.now('2027-03-16T08:00:01Z')
  expect(await signedBy()).toEqual([false, true])
})

test('a webhook that is off is told nothing, and what happened meanwhile is not told afterwards', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await nadia.patch(`/api/v1/webhooks/${id}`, { state: 'off' })
  await anOffer(settingOf(world), world.pairing)
  expect(await nadia.post(`/api/v1/webhooks/${id}/attempts`)).toMatchObject({
    ...{ status: 409, body: { error: { code: 'webhook-off' } } },
  })
  await nadia.patch(`/api/v1/webhooks/${id}`, { state: 'on' })
  await runAll(world.platform)
  expect(other.calls).toEqual([])
})

async function manages({ platform }: World, personId: string, programmeId: string): Promise<void> {
  await env.DB.prepare(
    "INSERT INTO memberships (programme_id, person_id, role, since) VALUES (?, ?, 'manager', ?)",
  )
    .bind(programmeId, personId, platform.now())
    .run()
}
