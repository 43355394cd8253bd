import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { textAt } from '../../support/response-shapes.ts'
import { aFixedSession, anOffer, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

const TIMES = 64

test('sixty-four of the same booking at once are one session, and one letter for each of the two', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: world.platform.newId('ses'), pairingId: world.pairing.id, start: '2027-03-17T09:00:00Z' }

  const before = await counts('events')

  const answers = await allAtOnce(() => nadia.post('/api/v1/sessions', wish))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await counts('sessions', 'events', 'invites', 'outbox')).toEqual({
    sessions: 1,
    events: (before['events'] ?? 0) + 1,
    invites: 2,
    outbox: 2,
  })
  expect(world.mails).toHaveLength(2)
})

test('a booking over an open offer is that session: repeated it gets the same response, also after the round is over', async () => {
  const world = await aWorld()
  const offered = await anOffer(settingOf(world), world.pairing)
  const nadia = await world.as(world.nadia)
  const wish = { id: world.platform.newId('ses'), pairingId: world.pairing.id, start: '2027-03-17T09:00:00Z' }
  const book = async () => textAt((await nadia.post('/api/v1/sessions', wish)).body, 'id')

  expect(await book()).toBe(offered.id)
  expect(await book()).toBe(offered.id)
  world.now('2027-03-17T10:00Z')
  const later = await world.as(world.nadia)
  await later.post(`/api/v1/sessions/${offered.id}/outcome`, { result: 'happened' })
  expect(await later.post('/api/v1/sessions', wish)).toMatchObject({
    status: 201,
    body: { id: offered.id, status: 'happened' },
  })
})

test('sixty-four of the same offer at once are one offer and one letter', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: world.platform.newId('off'), pairingId: world.pairing.id }

  const answers = await allAtOnce(() => nadia.post('/api/v1/offers', wish))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await counts('sessions', 'offers', 'options', 'outbox')).toEqual({
    sessions: 1,
    offers: 1,
    options: 3,
    outbox: 1,
  })
  expect(world.mails).toHaveLength(1)
})

test('sixty-four of the same person at once are one human', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const before = await counts('people')
  const wish = {
    programmeId: world.northwind.id,
    roles: ['mentor'],
    name: 'Xenia',
    email: 'x@people.example',
    zone: 'UTC',
  }

  const answers = await allAtOnce(() =>
    nadia.post('/api/v1/people', { ...wish, id: 'per_00000000000000000000000000' }),
  )
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
    new Set(['201 {"id":"per_00000000000000000000000000"}']),
  )
  expect(await counts('people')).toEqual({ people: (before['people'] ?? 0) + 1 })
})

test('a repeated offer gets its own times, also when a newer one exists', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { id: world.platform.newId('off'), pairingId: world.pairing.id }

  const first = await nadia.post('/api/v1/offers', wish)
  await anOffer(settingOf(world), world.pairing)
  const again = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id, id: wish.id })
  expect(again).toMatchObject({ status: 201, body: first.body })
})

test('a repeated answer is the same success', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { offer } = await anOffer(settingOf(world), world.pairing)
  const pick = () => nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[0]?.id })

  const first = await pick()
  expect(first).toMatchObject({ status: 200, body: { status: 'fixed' } })
  expect(await pick()).toMatchObject({ status: 200, body: first.body })
  expect(await counts('invites', 'outbox')).toEqual({ invites: 2, outbox: 3 })
})

test('a repeated move, answer, cancellation or outcome changes nothing', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const wish = { pairingId: world.pairing.id, start: '2027-03-17T09:00:00Z' }
  const path = `/api/v1/sessions/${textAt((await nadia.post('/api/v1/sessions', wish)).body, 'id')}`
  const twice = async (change: string, body: object) => {
    const first = await nadia.post(`${path}/${change}`, body)
    const before = await counts('events', 'outbox', 'invites')
    const again = await nadia.post(`${path}/${change}`, body)
    expect(again).toMatchObject({ status: 200, body: first.body })
    expect(await counts('events', 'outbox', 'invites')).toEqual(before)
  }

  await twice('time', { start: '2027-03-18T09:00:00Z' })
  await twice('answers', { personId: world.tom.id, partstat: 'ACCEPTED' })
  await twice('cancellation', { reopen: true })
  await twice('cancellation', {})
})

test('sixty-four of the same log at once are one outcome', async () => {
  const { log } = await over()
  const wish = { result: 'happened', commitment: 'Read one thread', dueOn: '2027-03-23' }
  const answers = await allAtOnce(() => log({ id: 'out_0000000000000000000000000a', ...wish }))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await counts('outcomes', 'commitments', 'sessions')).toEqual({
    outcomes: 1,
    commitments: 1,
    sessions: 2,
  })
})

test('the same log from several pages at once says nothing new after the first', async () => {
  const { log } = await over()
  const six = Array.from({ length: 6 }, () => log({ result: 'happened', commitment: 'Read one thread' }))
  expect(new Set((await Promise.all(six)).map(({ status }) => status))).toEqual(new Set([200]))
  expect(await counts('outcomes', 'commitments')).toEqual({ outcomes: 1, commitments: 1 })
})

test('a log repeated after another replaced it changes nothing; its id cannot be reused', async () => {
  const { log } = await over()
  const first = { id: 'out_0000000000000000000000000b', result: 'happened' }

  expect(await log(first)).toMatchObject({ status: 200, body: { status: 'happened' } })
  expect(await log({ result: 'cut-short' })).toMatchObject({ status: 200, body: { status: 'cut-short' } })
  expect(await log(first)).toMatchObject({ status: 200, body: { status: 'cut-short' } })
  expect(await log({ ...first, result: 'did-not-happen' })).toMatchObject({
    status: 409,
    body: { error: { code: 'id-taken' } },
  })
})

test('what was agreed is due on a day to come', async () => {
  const { log } = await over()
  const wish = { result: 'happened', commitment: 'Read one thread', dueOn: '2027-03-15' }
  expect(await log(wish)).toMatchObject({
    status: 422,
    body: { error: { fields: { dueOn: 'This day has passed already.' } } },
  })
})

test('an id that somebody else used is taken, and tells nothing', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const claire = await world.as(await aPersonIn(settingOf(world), 'manager', { name: 'Claire Roy' }))
  const id = world.platform.newId('prg')

  expect(await nadia.post('/api/v1/programmes', { id, name: 'Tailspin' })).toMatchObject({ status: 201 })
  expect(await claire.post('/api/v1/programmes', { id, name: 'Tailspin' })).toMatchObject({
    status: 409,
    body: { error: { code: 'id-taken' } },
  })
})

test('an offer id never replaces another manager’s offer', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { offer } = await anOffer(settingOf(world), world.pairing)
  await env.DB.prepare('DELETE FROM idempotency_keys').run()
  const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
  const wish = { mentorId: world.tom.id, executiveId: yann.id, kind: 'mentoring' }
  const pairingId = textAt((await nadia.post('/api/v1/pairings', wish)).body, 'id')

  expect(await nadia.post('/api/v1/offers', { id: offer?.id, pairingId })).toMatchObject({ status: 409 })
  expect(await env.DB.prepare('SELECT id, status FROM offers').all()).toMatchObject({
    results: [{ id: offer?.id, status: 'open' }],
  })
})

/** A session that ended half an hour ago; the manager logs it. */
async function over() {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  world.now('2027-03-16T10:00Z')
  const nadia = await world.as(world.nadia)
  return { log: (body: object) => nadia.post(`/api/v1/sessions/${id}/outcome`, body) }
}

function allAtOnce<Value>(ask: () => Promise<Value>): Promise<readonly Value[]> {
  return Promise.all(Array.from({ length: TIMES }, ask))
}

async function counts(...tables: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const counted = tables.map(async (table) => {
    const count = await env.DB.prepare(`SELECT count(*) AS count FROM ${table}`).first<number>('count')
    return [table, count ?? 0] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}
