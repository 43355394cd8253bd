import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tick } from '../../../worker/http/dev/tick.ts'
import { anAgent, keyOfNadia } from '../../support/agent.ts'
import { stranger } from '../../support/client.ts'
import { textAt } from '../../support/response-shapes.ts'
import { aWorld, fabrikamBeside, type World } from '../../support/world.ts'

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
/** What would be held or sent, or tell somebody. */
const LEAVES = ['outbox', 'claims', 'sessions', 'links', 'timers', 'events'] as const

test('a draft waits on Today and leaves nothing out before a person sends it; then the mail goes', async () => {
  const world = await aWorld()
  const { agent, nadia } = await both(world)
  const before = await counted()
  const drafted = await draft(agent, world)
  expect(drafted).toMatchObject({ pairingId: world.pairing.id })
  expect(drafted).toHaveProperty('times.length', 3)
  expect(await counted()).toEqual(before)
  await tick(world.platform)
  expect(world.mails).toEqual([])

  const page = new URL(textAt(drafted, 'page')).pathname
  const today = String((await nadia.get('/today')).body)
  expect(today).toContain(`href="${page}"`)
  expect(await draftsOnToday(nadia)).toMatchObject([{ planId: textAt(drafted, 'planId') }])
  expect(String((await nadia.get(page)).body)).toContain('“The intranet” of Nadia Haddad')

  expect(await nadia.ask(`${page}/confirmation`, { method: 'POST', headers: FORM })).toMatchObject({
    status: 303,
  })
  world.now('2027-03-15T08:05:00Z')
  await tick(world.platform)
  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email])
  expect(await draftsOnToday(nadia)).toEqual([])
})

test('the same draft again is the same, another takes its place, and the page of the first sends nothing any more', async () => {
  const world = await aWorld()
  const { agent, nadia } = await both(world)
  const first = await draft(agent, world)
  expect(await draft(agent, world)).toEqual(first)
  const second = await draft(agent, world, { minutes: 45, options: 1 })
  expect(second).toMatchObject({ minutes: 45 })
  expect(second).toHaveProperty('times.length', 1)
  expect(await draftsOnToday(nadia)).toMatchObject([{ planId: textAt(second, 'planId') }])

  const before = await counted()
  const old = new URL(textAt(first, 'page')).pathname
  await nadia.ask(`${old}/confirmation`, { method: 'POST', headers: FORM })
  expect(await counted()).toEqual(before)
})

test('times that the agent names are proposed, if they are free', async () => {
  const world = await aWorld()
  const { agent } = await both(world)
  const { structuredContent } = await agent.callTool({
    name: 'find_free_times',
    arguments: { pairingId: world.pairing.id, from: '2027-03-18T00:00:00Z', limit: 2 },
  })
  const starts = Array.from(JSON.stringify(structuredContent).matchAll(/"start":"([^"]+)"/g), ([, at]) => at)
  const named = await draft(agent, world, { times: starts.slice(0, 1) })
  expect(named).toMatchObject({ times: [{ start: starts[0] }] })
  const night = await agent.callTool({
    name: 'draft_offer',
    arguments: { pairingId: world.pairing.id, times: ['2027-03-22T02:00:00Z'] },
  })
  expect(night).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('"code"') }] })
})

test('a draft that a person leaves out, or whose round has times by now, is gone from Today', async () => {
  const world = await aWorld()
  const { agent, nadia } = await both(world)
  const { id: pairingId } = world.pairing
  const page = new URL(textAt(await draft(agent, world), 'page')).pathname
  const body = new URLSearchParams({ change: 'drop' })
  await nadia.ask(`${page}/rows/${pairingId}`, { method: 'POST', headers: FORM, body })
  expect(await draftsOnToday(nadia)).toEqual([])

  await draft(agent, world)
  expect(await draftsOnToday(nadia)).toHaveLength(1)
  expect(await nadia.post('/api/v1/offers', { pairingId })).toMatchObject({ status: 201 })
  expect(await draftsOnToday(nadia)).toEqual([])
  const late = await agent.callTool({ name: 'draft_offer', arguments: { pairingId } })
  expect(late).toMatchObject({ isError: true })
  expect(JSON.stringify(late.content)).toContain('already-offered')
})

test('a key that reads drafts nothing, and no key drafts in a programme that it does not name', async () => {
  const world = await aWorld()
  const { fabrikam, pairing } = await fabrikamBeside(world)
  await env.DB.prepare("INSERT INTO memberships SELECT ?, ?, 'manager', since FROM memberships LIMIT 1")
    .bind(fabrikam.id, world.nadia.id)
    .run()
  const { agent } = await both(world)
  const reading = await anAgent(world, await keyOfNadia(world, 'read'))
  const call = { name: 'draft_offer', arguments: { pairingId: world.pairing.id } }
  const refused = await reading.callTool(call)
  expect(refused).toMatchObject({ isError: true })
  expect(JSON.stringify(refused.content)).toContain('key-reads-only')
  const theirs = await agent.callTool({ ...call, arguments: { pairingId: pairing.id } })
  expect(JSON.stringify(theirs)).toContain('not-found')
  expect(await env.DB.prepare('SELECT count(*) AS count FROM plans').first('count')).toBe(0)
})

test('a draft shows when both are free, so both can read that she looked', async () => {
  const world = await aWorld()
  const { agent } = await both(world)
  await draft(agent, world)
  const { results } = await env.DB.prepare(
    'SELECT DISTINCT actor_id AS actor, route, subject_id AS subject FROM access_log ORDER BY subject_id',
  ).all()
  const route = '/api/v1/pairings/:id/slots'
  const subjects = [world.tom.id, world.bernard.id].toSorted()
  expect(results).toEqual(subjects.map((subject) => ({ actor: world.nadia.id, route, subject })))
})

test('a key that has changed too much drafts nothing, and goes on reading', async () => {
  const world = await aWorld()
  const key = await keyOfNadia(world, 'write')
  const allows = (limit: string) => Promise.resolve(limit === 'key-reads')
  const limited = { ...world, as: () => Promise.resolve(stranger({ ...world.platform, allows })) }
  const agent = await anAgent(limited, key)
  const drafted = await agent.callTool({
    name: 'draft_offer',
    arguments: { pairingId: world.pairing.id },
  })
  expect(drafted).toMatchObject({ isError: true })
  expect(JSON.stringify(drafted.content)).toContain('too-many-requests')
  expect(await agent.callTool({ name: 'list_pairings', arguments: {} })).toMatchObject({ isError: false })
  expect(await env.DB.prepare('SELECT count(*) AS count FROM plans').first('count')).toBe(0)
})

async function both(world: World) {
  return {
    agent: await anAgent(world, await keyOfNadia(world, 'write')),
    nadia: await world.as(world.nadia),
  }
}

async function draft(
  agent: Awaited<ReturnType<typeof anAgent>>,
  { pairing }: World,
  more: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const made = await agent.callTool({ name: 'draft_offer', arguments: { pairingId: pairing.id, ...more } })
  expect(made.isError, JSON.stringify(made.content)).toBeFalsy()
  return made.structuredContent
}

async function draftsOnToday(nadia: Awaited<ReturnType<World['as']>>): Promise<unknown> {
  const { body } = await nadia.get('/api/v1/today?kind=draft')
  return Object(body).items
}

async function counted(): Promise<Readonly<Record<string, unknown>>> {
  const counts = await env.DB.batch(
    LEAVES.map((table) => env.DB.prepare(`SELECT count(*) AS count FROM ${table}`)),
  )
  return Object.fromEntries(LEAVES.map((table, index) => [table, counts[index]?.results]))
}
