import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { runAll, runCron } from '../../../worker/jobs/jobs.ts'
import { claimMessage, listMessagesDue } from '../../../worker/storage/webhook/message.ts'
import type { Client } from '../../support/client.ts'
import { dump } from '../../support/dump.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWebhook, HOOK, isVerified, listening } from '../../support/webhooks.ts'
import { aFixedSession, anOffer, aWorld, fabrikamBeside, settingOf } from '../../support/world.ts'

const MINUTELY = '* * * * *'

test('what happens in a programme is told with ids and codes, signed as Standard Webhooks 1.0 says', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { secret } = await aWebhook(nadia, world.northwind.id)
  const offered = await anOffer(settingOf(world), world.pairing)
  const optionId = offered.offer?.options[0]?.id
  await nadia.post(`/api/v1/offers/${offered.offer?.id}/answer`, { optionId })
  await runCron(world.platform, MINUTELY)

  expect(other.calls.map(({ body }) => JSON.parse(body).type)).toEqual([
    ...['offer.made', 'offer.answered', 'session.fixed'],
  ])
  for (const call of other.calls) {
    expect(call).toMatchObject({ url: HOOK, init: { method: 'POST', redirect: 'manual' } })
    expect(call.headers.get('webhook-id')).toMatch(/^msg_\w{26}$/)
    expect(call.headers.get('Content-Type')).toBe('application/json')
    expect(await isVerified(call, secret)).toBe(true)
    expect(await isVerified({ ...call, body: `${call.body} ` }, secret)).toBe(false)
    expect(await isVerified(call, `whsec_${btoa('another secret, which is not hers')}`)).toBe(false)
  }
  expect(JSON.parse(other.calls[2]?.body ?? '')).toEqual({
    type: 'session.fixed',
    timestamp: expect.stringMatching(/^2027-03-15T/),
    data: {
      ...{ programmeId: world.northwind.id, sessionId: offered.id, pairingId: world.pairing.id },
      ...{ mentorId: world.tom.id, executiveId: world.bernard.id, offerId: offered.offer?.id },
      ...{ code: 'fixed', status: 'fixed', start: expect.any(String), end: expect.any(String) },
    },
  })
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(3)
  const kept = JSON.stringify(await dump())
  expect(kept).not.toContain(secret.slice('whsec_'.length))
  expect(kept).not.toContain('token=abc')
})

test('a call that fails is made again, later each time, under the same id and with the same body, until it succeeds', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  other.answer = () => new Response('no', { status: 500 })
  await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(1)

  world.now('2027-03-15T08:00:04Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(1)
  world.now('2027-03-15T08:01Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(2)
  world.now('2027-03-15T08:05:59Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(2)
  expect(await nadia.get('/api/v1/webhooks')).toMatchObject({
    body: { webhooks: [{ id, failingSince: '2027-03-15T08:00:00Z' }] },
  })

  other.answer = () => new Response(null, { status: 200 })
  world.now('2027-03-15T08:06Z')
  await runCron(world.platform, MINUTELY)
  const ids = new Set(other.calls.map(({ headers }) => headers.get('webhook-id')))
  const bodies = new Set(other.calls.map(({ body }) => body))
  expect([other.calls.length, ids.size, bodies.size]).toEqual([3, 1, 1])
  const told = await nadia.get(`/api/v1/webhooks/${id}/attempts`)
  expect(told).toMatchObject({
    body: {
      messages: [
        { state: 'sent', dueAt: null, attempts: [{ status: 500 }, { status: 500 }, { status: 200 }] },
      ],
    },
  })
  expect(await nadia.get('/api/v1/webhooks')).toMatchObject({ body: { webhooks: [{ failingSince: null }] } })
})

test('after three days of failures a message has failed, and after five the webhook is stopped', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  other.answer = () => new Response(null, { status: 503 })
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  for (let hour = 0; hour < 24 * 4; hour += 1) {
    world.now(new Date(Date.UTC(2027, 2, 15, 8 + hour)).toISOString())
    await runCron(world.platform, MINUTELY)
  }
  expect(other.calls).toHaveLength(10)
  const told = await (await world.as(world.nadia)).get(`/api/v1/webhooks/${id}/attempts`)
  expect(told).toMatchObject({ body: { messages: [{ state: 'failed', dueAt: null }] } })

  world.now('2027-03-20T09:00Z')
  const later = await world.as(world.nadia)
  await later.post(`/api/v1/webhooks/${id}/attempts`)
  await runCron(world.platform, MINUTELY)
  expect(await later.get('/api/v1/webhooks')).toMatchObject({ body: { webhooks: [{ state: 'stopped' }] } })
  await later.patch(`/api/v1/webhooks/${id}`, { state: 'on' })
  expect(await later.get('/api/v1/webhooks')).toMatchObject({
    body: { webhooks: [{ state: 'on', failingSince: null }] },
  })
})

test('a call whose end was not noted is made again under the same id', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  other.answer = () => {
    throw new Error('the machine went down')
  }
  // Whoever claimed it goes down before he notes anything.
  const [due] = await listMessagesDue(world.platform.db, world.platform.now(), 10)
  if (!due) throw new Error('nothing is due')
  expect(await claimMessage(world.platform.db, due.message, world.platform.now())).toBe(true)
  expect(await claimMessage(world.platform.db, due.message, world.platform.now())).toBe(false)
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)

  other.answer = () => new Response(null, { status: 200 })
  world.now('2027-03-15T08:03Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls.map(({ headers }) => headers.get('webhook-id'))).toEqual([due.message.id])
})

test('a press that is taken back is told to nobody, and one that stands after its minute', async () => {
  const { world, other } = listening(await aWorld())
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  const nadia = await world.as(world.nadia)
  await aWebhook(nadia, world.northwind.id, { types: ['session.cancelled'] })
  const page = await pressing(nadia, `/sessions/${session.id}/cancellation`)
  const [, pressed = ''] = /pressed=([\w.]+)/.exec(page.headers.get('Location') ?? '') ?? []
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)
  await pressing(nadia, '/presses/undo', { pressed, programme: world.northwind.id, back: '/today' })
  world.now('2027-03-15T08:02Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)

  await pressing(nadia, `/sessions/${session.id}/cancellation`)
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)
  world.now('2027-03-15T08:03:30Z')
  await runCron(world.platform, MINUTELY)
  expect(other.calls.map(({ body }) => JSON.parse(body).type)).toEqual(['session.cancelled'])
})

test.each([
  ['that never comes', () => new Promise<Response>(() => {}), 'timeout'],
  ['that leads elsewhere', () => Response.redirect('https://elsewhere.example/', 307), 307],
  [
    'without an end',
    () => new Response(new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536)) })),
    200,
  ],
  ['with headers without an end', () => new Response('x', { headers: { X: 'x'.repeat(100_000) } }), 200],
  [
    'that breaks',
    () => {
      throw new Error('reset')
    },
    'unreachable',
  ],
] as const)(
  'an answer %s harms nobody: it counts by its status, and nothing of it is read',
  async (_, answer, seen) => {
    const { world, other } = listening(await aWorld())
    const nadia = await world.as(world.nadia)
    const { id } = await aWebhook(nadia, world.northwind.id)
    other.answer = answer
    await nadia.post(`/api/v1/webhooks/${id}/attempts`)
    const began = Date.now()
    await runCron(world.platform, MINUTELY)
    expect(Date.now() - began).toBeLessThan(14_000)
    expect(other.calls).toHaveLength(1)
    const { body } = await nadia.get(`/api/v1/webhooks/${id}/attempts`)
    const expected =
      typeof seen === 'number' ? { status: seen, problem: null } : { status: null, problem: seen }
    expect(body).toMatchObject({ messages: [{ attempts: [expected] }] })
  },
)

test('410 ends a webhook for good', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  other.answer = () => new Response(null, { status: 410 })
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  await runCron(world.platform, MINUTELY)
  expect(await nadia.get('/api/v1/webhooks')).toMatchObject({
    body: { webhooks: [{ endedAt: '2027-03-15T08:00:00Z' }] },
  })
  expect(await nadia.patch(`/api/v1/webhooks/${id}`, { state: 'on' })).toMatchObject({ status: 404 })
  await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(1)
})

test('a webhook ends with its maker’s place, before anything more is told, and does not come back with her', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  await env.DB.prepare("DELETE FROM memberships WHERE person_id = ? AND role = 'manager'")
    .bind(world.nadia.id)
    .run()
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)
  world.now('2027-03-16T08:00Z')
  await env.DB.prepare(
    "INSERT INTO memberships (programme_id, person_id, role, since) VALUES (?, ?, 'manager', ?)",
  )
    .bind(world.northwind.id, world.nadia.id, world.platform.now())
    .run()
  await anOffer(settingOf(world), world.pairing)
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(0)
  const { body } = await (await world.as(world.nadia)).get('/api/v1/webhooks')
  expect(textAt(body, 'webhooks', 0, 'endedAt')).toBe('2027-03-15T08:00:00Z')
})

test.each([
  ['manages another programme', 'manager', 'another'],
  ['is a mentor of this one', 'mentor', 'this'],
] as const)('a webhook ends with its maker’s place, also where she %s', async (_, role, where) => {
  const { world, other } = listening(await aWorld())
  const { fabrikam } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  await env.DB.prepare(
    "UPDATE memberships SET programme_id = ?, role = ? WHERE person_id = ? AND role = 'manager'",
  )
    .bind(where === 'this' ? world.northwind.id : fabrikam.id, role, world.nadia.id)
    .run()
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toEqual([])
  const ended = await env.DB.prepare('SELECT ended_at FROM webhooks').first('ended_at')
  expect(ended).toBe(world.platform.now())
})

test('a webhook ends though its maker was back before anything was sent', async () => {
  const { world, other } = listening(await aWorld())
  await aWebhook(await world.as(world.nadia), world.northwind.id)
  await anOffer(settingOf(world), world.pairing)
  world.now('2027-03-16T08:00Z')
  await env.DB.prepare("UPDATE memberships SET since = ? WHERE person_id = ? AND role = 'manager'")
    .bind(world.platform.now(), world.nadia.id)
    .run()
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toEqual([])
  const ended = await env.DB.prepare('SELECT ended_at FROM webhooks').first('ended_at')
  expect(ended).toBe(world.platform.now())
})

test('a webhook is told what it chose, and nothing else', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  await aWebhook(nadia, world.northwind.id, { types: ['session.fixed'] })
  const { offer } = await anOffer(settingOf(world), world.pairing)
  await nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[0]?.id })
  await runCron(world.platform, MINUTELY)
  expect(other.calls.map(({ body }) => JSON.parse(body).type)).toEqual(['session.fixed'])
})

test('after a call that fails the others of its webhook wait for the next tick', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  for (let count = 0; count < 3; count += 1) await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  other.answer = () => new Response(null, { status: 500 })
  await runCron(world.platform, MINUTELY)
  expect(other.calls).toHaveLength(1)
})

test('an address that must not be called any more is not, and its attempt says why', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  // The installation has moved to the very host that is to be called.
  const settings = { ...world.platform.settings, origin: new URL(HOOK).origin }
  await runCron({ ...world.platform, settings }, MINUTELY)
  expect(other.calls).toEqual([])
  expect(await nadia.get(`/api/v1/webhooks/${id}/attempts`)).toMatchObject({
    body: { messages: [{ state: 'waiting', attempts: [{ status: null, problem: 'not-public' }] }] },
  })
})

test('many webhooks that never answer keep no letter waiting, and the tick ends', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  for (let count = 0; count < 6; count += 1) await aWebhook(nadia, world.northwind.id)
  other.answer = () => new Promise(() => {})
  await anOffer(settingOf(world), world.pairing)
  const began = Date.now()
  await runCron(world.platform, MINUTELY)
  expect(world.mails.length).toBeGreaterThan(0)
  expect(Date.now() - began).toBeLessThan(20_000)
  expect(other.calls).toHaveLength(5)
})

test('what is sent again by hand keeps its id', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  const sent = await nadia.post(`/api/v1/webhooks/${id}/attempts`)
  await runAll(world.platform)
  const again = `/api/v1/webhooks/${id}/attempts/${textAt(sent.body, 'id')}/retry`
  expect(await nadia.post(again)).toMatchObject({ status: 200, body: { state: 'waiting' } })
  await runAll(world.platform)
  expect(other.calls).toHaveLength(2)
  expect(new Set(other.calls.map(({ headers }) => headers.get('webhook-id'))).size).toBe(1)
})

async function pressing(client: Client, path: string, fields = {}) {
  return client.ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
}
