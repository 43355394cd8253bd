import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { cursorOf } from '../../../worker/http/cursor.ts'
import type { Client } from '../../support/client.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { aFixedSession, aPairing, aPersonIn, aWorld, settingOf, type World } from '../../support/world.ts'

const LISTS = ['people', 'pairings', 'sessions', 'deliveries'] as const
type List = (typeof LISTS)[number]

test('a rename between two pages neither ends the list nor hides anybody', async () => {
  const world = await severalOfEach()
  const nadia = await world.as(world.nadia)
  const all = await idsOf(nadia, 'people')
  for (const name of ['Aaron Aalto', 'Zuzana Zeman']) {
    const [shown, next] = await pageOf(nadia, 'people', 2, null)
    await nadia.patch(`/api/v1/people/${shown[1]}`, { name })
    const others = await rest(nadia, 'people', 2, next)
    expect(new Set([...shown, ...others])).toEqual(new Set(all))
    expect(others.filter((id) => id !== shown[1]).filter((id) => shown.includes(id))).toEqual([])
  }
})

test('a move between two pages neither ends the list nor hides a session', async () => {
  const world = await severalOfEach()
  const nadia = await world.as(world.nadia)
  const all = await idsOf(nadia, 'sessions')
  for (const start of ['2027-04-02T14:00:00Z', '2027-03-16T08:00:00Z']) {
    const [shown, next] = await pageOf(nadia, 'sessions', 2, null)
    const moved = await nadia.post(`/api/v1/sessions/${shown[1]}/time`, { start, reason: 'moved' })
    expect(moved.status).toBe(200)
    const others = await rest(nadia, 'sessions', 2, next)
    expect(new Set([...shown, ...others])).toEqual(new Set(all))
    expect(others.filter((id) => id !== shown[1]).filter((id) => shown.includes(id))).toEqual([])
  }
})

test('a pairing that a mentor no longer sees does not end his list', async () => {
  const world = await severalOfEach()
  const tom = await world.as(world.tom)
  const nadia = await world.as(world.nadia)
  const all = await idsOf(tom, 'pairings')
  const [shown, next] = await pageOf(tom, 'pairings', 2, null)
  expect((await nadia.patch(`/api/v1/pairings/${shown[1]}`, { status: 'proposed' })).status).toBe(200)
  expect([...shown, ...(await rest(tom, 'pairings', 2, next))]).toEqual(all)
})

test('deliveries come by `limit` and `after` as the other lists do', async () => {
  const world = await severalOfEach()
  const nadia = await world.as(world.nadia)
  const all = await idsOf(nadia, 'deliveries')
  expect(all.length).toBeGreaterThan(4)
  expect(await rest(nadia, 'deliveries', 2, null)).toEqual(all)
  expect((await nadia.get('/api/v1/deliveries?limit=501')).status).toBe(422)
  expect((await nadia.get('/api/v1/deliveries?before=1.let_1')).status).toBe(400)
})

/** What a cursor names is gone from the database. */
const REMOVALS: Readonly<Record<List, readonly string[]>> = {
  people: ['DELETE FROM memberships WHERE person_id = ?'],
  pairings: ['DELETE FROM pairings WHERE id = ?'],
  sessions: [
    'DELETE FROM invites WHERE session_id = ?',
    'DELETE FROM links WHERE session_id = ?',
    'DELETE FROM outbox WHERE session_id = ?',
    'DELETE FROM offers WHERE session_id = ?',
    'DELETE FROM sessions WHERE id = ?',
    'DELETE FROM claims WHERE session_id = ?',
  ],
  deliveries: ['DELETE FROM outbox WHERE id = ?'],
}

test.each(LISTS)(
  'in the list of %s, what a cursor names may be gone: the rest follows, each once',
  async (list) => {
    const world = await severalOfEach()
    world.now('2027-03-15T08:01Z')
    for (const name of ['Nina Roth', 'Omar Sy'])
      await aPairing(settingOf(world), world.tom, await aPersonIn(settingOf(world), 'executive', { name }))
    const nadia = await world.as(world.nadia)
    const all = await idsOf(nadia, list)
    const [shown, next] = await pageOf(nadia, list, 2, null)
    const gone = shown[1] ?? ''
    await env.DB.batch([
      env.DB.prepare('PRAGMA defer_foreign_keys = ON'),
      ...REMOVALS[list].map((statement) => env.DB.prepare(statement).bind(gone)),
    ])

    expect([...shown, ...(await rest(nadia, list, 2, next))]).toEqual(all)
    expect(await idsOf(nadia, list)).toEqual(all.filter((id) => id !== gone))
  },
)

test('a cursor is opaque, and no id', async () => {
  const world = await severalOfEach()
  const nadia = await world.as(world.nadia)
  for (const list of LISTS) {
    const [, next] = await pageOf(nadia, list, 1, null)
    expect(next).toMatch(/^[\w-]{20,}$/)
    expect(next).not.toMatch(/^(per|pai|ses|let)_/)
  }
})

test.each(LISTS)('an invalid cursor of %s is refused', async (list) => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const another = LISTS.find((each) => each !== list) ?? list
  const broken = [
    'nonsense',
    '%00',
    world.tom.id,
    cursorOf(list, []),
    cursorOf(list, [{}, 'x'].map(String)).slice(0, -3),
    cursorOf(list, ['1', '2', '3']),
    cursorOf(another, ['A', 'per_1']),
    cursorOf(another, [1, 'per_1']),
    btoa('{"a":1}').replaceAll('=', ''),
    'x'.repeat(2000),
  ]
  for (const after of broken) {
    const { status, body } = await nadia.get(`/api/v1/${list}?after=${after}`)
    expect({ after, status, body }).toMatchObject({
      after,
      status: 400,
      body: { error: { code: 'bad-cursor' } },
    })
  }
})

test('people of several programmes come in one order, each once', async () => {
  const there = await severalOfEach()
  const manager = await there.as(there.nadia)
  const made = await manager.post('/api/v1/programmes', { name: 'Tailspin' })
  await manager.post('/api/v1/people', {
    programmeId: textAt(made.body, 'id'),
    ...{ roles: ['mentor'], name: 'Ben Arfa', email: 'ben@people.example', zone: 'UTC' },
  })
  const all = describedBody('GET /api/v1/people', await manager.get('/api/v1/people'))
  const names = Object(all).people.map(({ name }: { name: string }) => name)
  expect(names).toContain('Ben Arfa')
  expect(names).toEqual(names.toSorted())
  expect(await rest(manager, 'people', 2, null)).toEqual(await idsOf(manager, 'people'))
})

async function severalOfEach(): Promise<World> {
  const world = await aWorld()
  const here = settingOf(world)
  await aFixedSession(here, world.pairing, '2027-03-18T10:00Z')
  for (const [index, name] of ['Lea Duval', 'Ines Ferrer', 'Max Weber'].entries()) {
    const pairing = await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name }))
    await aFixedSession(here, pairing, `2027-03-19T1${index}:00Z`)
  }
  return world
}

async function pageOf(client: Client, list: List, limit: number, after: string | null) {
  const query = `limit=${limit}${after === null ? '' : `&after=${after}`}`
  const body = describedBody(`GET /api/v1/${list}`, await client.get(`/api/v1/${list}?${query}`))
  const ids: readonly string[] = Object(body)[list].map(({ id }: { id: string }) => id)
  const next: string | null = Object(body).next
  return [ids, next] as const
}

async function idsOf(client: Client, list: List): Promise<readonly string[]> {
  const [ids] = await pageOf(client, list, 500, null)
  return ids
}

/** The remaining pages. */
async function rest(
  client: Client,
  list: List,
  limit: number,
  after: string | null,
): Promise<readonly string[]> {
  const [ids, next] = await pageOf(client, list, limit, after)
  return next === null ? ids : [...ids, ...(await rest(client, list, limit, next))]
}
