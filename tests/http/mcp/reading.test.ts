import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { anAgent, keyOfNadia } from '../../support/agent.ts'
import { aWorld, fabrikamBeside } from '../../support/world.ts'

test('an agent is greeted, told the tools and what they do, and can ask whether anybody is there', async () => {
  const world = await aWorld()
  const agent = await anAgent(world, await keyOfNadia(world, 'read'))
  expect(agent.getServerVersion()).toMatchObject({ name: 'sotto' })
  expect(agent.getInstructions()).toContain('only a person sends')
  await agent.ping()
  const { tools } = await agent.listTools()
  const names = tools.map(({ name }) => name)
  expect(names).toEqual(['read_today', 'list_pairings', 'read_pairing', 'find_free_times', 'draft_offer'])
  for (const { name, inputSchema, outputSchema, description, annotations } of tools) {
    expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object'])
    expect(description).toMatch(/\.$/)
    expect(annotations).toMatchObject({ readOnlyHint: name !== 'draft_offer', destructiveHint: false })
  }
})

test('an agent reads Today, the pairings and free times as the API answers them, with the names of both', async () => {
  const world = await aWorld()
  const agent = await anAgent(world, await keyOfNadia(world, 'read'))
  world.now('2027-05-10T08:00:00Z')
  const nadia = await world.as(world.nadia)
  const api = async (path: string) => (await nadia.get(`/api/v1${path}`)).body
  const { northwind, pairing } = world
  const call = async (name: string, args: Readonly<Record<string, unknown>> = {}) =>
    (await agent.callTool({ name, arguments: args })).structuredContent

  const today = await api(`/today?programme=${northwind.id}`)
  expect(await call('read_today', { programmeId: northwind.id })).toEqual(today)
  expect(JSON.stringify(today)).toContain(pairing.id)
  const named = { mentorName: world.tom.name, executiveName: world.bernard.name }
  expect(await call('list_pairings')).toMatchObject({ pairings: [{ id: pairing.id, ...named }], next: null })
  const one = await api(`/pairings/${pairing.id}`)
  expect(await call('read_pairing', { pairingId: pairing.id })).toEqual({ ...Object(one), ...named })

  const [from, to] = ['2027-05-17T00:00:00Z', '2027-05-22T00:00:00Z']
  const slots = await api(`/pairings/${pairing.id}/slots?from=${from}&to=${to}&minutes=30&limit=4`)
  const asked = { pairingId: pairing.id, from, to, minutes: 30, limit: 4 }
  expect(await call('find_free_times', asked)).toEqual(slots)
  expect(slots).toHaveProperty('slots.length', 4)
})

test('what an agent looks at is in the log that the two can read, as by the API', async () => {
  const world = await aWorld()
  const agent = await anAgent(world, await keyOfNadia(world, 'read'))
  const { id: pairingId } = world.pairing
  await agent.callTool({ name: 'read_pairing', arguments: { pairingId } })
  await agent.callTool({ name: 'find_free_times', arguments: { pairingId } })
  const { results } = await env.DB.prepare(
    'SELECT DISTINCT actor_id AS actor, route, subject_id AS subject FROM access_log ORDER BY route, subject_id',
  ).all()
  const both = [world.tom.id, world.bernard.id].toSorted()
  const looks = ['/api/v1/pairings/:id', '/api/v1/pairings/:id/slots'].flatMap((route) =>
    both.map((subject) => ({ actor: world.nadia.id, route, subject })),
  )
  expect(results).toEqual(looks)
})

test('an agent finds nothing of a programme that its key does not name, as if it were not there', async () => {
  const world = await aWorld()
  const { fabrikam, pairing } = await fabrikamBeside(world)
  await env.DB.prepare("INSERT INTO memberships SELECT ?, ?, 'manager', since FROM memberships LIMIT 1")
    .bind(fabrikam.id, world.nadia.id)
    .run()
  const agent = await anAgent(world, await keyOfNadia(world, 'write'))
  const nothing = { pairingId: `pai_${'0'.repeat(26)}` }
  for (const name of ['read_pairing', 'find_free_times']) {
    const theirs = await agent.callTool({ name, arguments: { pairingId: pairing.id } })
    expect(theirs).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('not-found') }] })
    expect(theirs.content).toEqual((await agent.callTool({ name, arguments: nothing })).content)
  }
  for (const name of ['read_today', 'list_pairings'])
    expect(await agent.callTool({ name, arguments: { programmeId: fabrikam.id } })).toMatchObject({
      isError: true,
    })
  expect(JSON.stringify(await agent.callTool({ name: 'list_pairings' }))).not.toContain(pairing.id)
})

test('what a rule refuses is a tool’s own answer, with the code and the sentence of the API', async () => {
  const world = await aWorld()
  const agent = await anAgent(world, await keyOfNadia(world, 'read'))
  const nadia = await world.as(world.nadia)
  const { id: pairingId } = world.pairing
  await nadia.patch(`/api/v1/pairings/${pairingId}`, { status: 'paused' })
  const refused = await agent.callTool({ name: 'find_free_times', arguments: { pairingId } })
  const { body } = await nadia.get(`/api/v1/pairings/${pairingId}/slots`)
  expect(body).toMatchObject({ error: { code: 'pairing-closed' } })
  expect(refused).toMatchObject({ isError: true, content: [{ type: 'text', text: JSON.stringify(body) }] })
})
