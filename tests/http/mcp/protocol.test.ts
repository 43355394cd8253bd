import { expect, test } from 'vitest'

import { keyOfNadia, posting } from '../../support/agent.ts'
import { aWorld } from '../../support/world.ts'

const PING = { jsonrpc: '2.0', id: 7, method: 'ping' }
const asking = (method: string, params?: unknown) => ({ jsonrpc: '2.0', id: 7, method, params })
const calling = (name: unknown, args?: unknown) => asking('tools/call', { name, arguments: args })
const greeting = (protocolVersion: string) => asking('initialize', { protocolVersion, capabilities: {} })

const world = await aWorld()
const post = await posting(world, await keyOfNadia(world, 'read'))

test.each(['2025-06-18', '2025-11-25'])('the protocol of %s is spoken', async (version) => {
  expect(await post(greeting(version))).toMatchObject({
    ...{ status: 200, body: { jsonrpc: '2.0', id: 7, result: { protocolVersion: version } } },
  })
  const ping = await post(PING, { 'MCP-Protocol-Version': version })
  expect(ping).toMatchObject({ status: 200, body: { jsonrpc: '2.0', id: 7, result: {} } })
  expect(ping.headers.get('Content-Type')).toContain('application/json')
  expect(ping.headers.has('Mcp-Session-Id')).toBe(false)
})

test('whoever asks for another version is told the newest that is spoken; a header with another is refused', async () => {
  expect(await post(greeting('2025-03-26'))).toMatchObject({
    body: { result: { protocolVersion: '2025-11-25' } },
  })
  expect(await post(PING, { 'MCP-Protocol-Version': '1999-01-01' })).toMatchObject({
    ...{ status: 400, body: { id: null, error: { code: -32600 } } },
  })
})

test.each([
  ['no JSON', '{"jsonrpc":', 400, -32700],
  ['nothing', '', 400, -32700],
  ['a batch', [PING, PING], 400, -32600],
  ['another version of JSON-RPC', { ...PING, jsonrpc: '1.0' }, 400, -32600],
  ['an id of null', { ...PING, id: null }, 400, -32600],
  ['an id that is an object', { ...PING, id: {} }, 400, -32600],
  ['a text', '"ping"', 400, -32600],
  ['a method that is no text', { ...PING, method: 7 }, 400, -32600],
  ['an unknown method', asking('resources/list'), 200, -32601],
  ['a method of every object', asking('constructor'), 200, -32601],
  ['a greeting without a version', asking('initialize', {}), 200, -32602],
  ['parameters in a list', asking('tools/call', ['read_today']), 200, -32602],
  ['a call without a name', asking('tools/call', {}), 200, -32602],
  ['a tool that is not there', calling('send_everything'), 200, -32602],
  ['a tool of every object', calling('__proto__'), 200, -32602],
  ['arguments that are no object', calling('read_today', 'all'), 200, -32602],
])('%s is an error of JSON-RPC', async (_what, body, status, code) => {
  const id = status === 400 ? null : 7
  expect(await post(body)).toMatchObject({
    ...{ status, body: { jsonrpc: '2.0', id, error: { code, message: expect.any(String) } } },
  })
})

test.each([
  ['an unknown argument', 'read_pairing', { pairingId: 'pai_0', why: 'x' }, 'unknown-field'],
  ['an argument that is missing', 'read_pairing', {}, 'invalid'],
  ['an id with a way in it', 'read_pairing', { pairingId: 'pai_/../../people' }, 'not-found'],
  ['a query in an id', 'find_free_times', { pairingId: 'pai_0?explain=true' }, 'not-found'],
  ['a list for an id', 'read_pairing', { pairingId: ['pai_0'] }, 'invalid'],
  ['an hour that nobody can read', 'find_free_times', { pairingId: 'pai_0', from: 'soon' }, 'invalid'],
  ['half a minute', 'find_free_times', { pairingId: 'pai_0', minutes: 0.5 }, 'invalid'],
  ['a cursor of nobody', 'list_pairings', { after: 'x&programme=prg_0' }, 'bad-cursor'],
  ['an unknown kind', 'read_today', { kind: 'everything' }, 'invalid'],
])('%s is refused by the tool, so that the agent can mend it', async (_what, name, args, code) => {
  const { status, body } = await post(calling(name, args))
  expect({ status, body }).toMatchObject({ status: 200, body: { id: 7, result: { isError: true } } })
  expect(JSON.stringify(body)).toContain(`\\"code\\":\\"${code}\\"`)
})

test('to a notification and to a response nothing is answered', async () => {
  for (const body of [
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 7 } },
    { jsonrpc: '2.0', id: 7, result: {} },
  ])
    expect(await post(body)).toMatchObject({ status: 202, body: '' })
})

test('nothing is streamed and nothing is kept: only a POST is answered', async () => {
  const headers = { Authorization: `Bearer ${await keyOfNadia(world, 'read')}` }
  const nobody = await world.as(null)
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const answer = await nobody.ask('/mcp', { method, headers })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
  }
})

test('without a key that is somebody’s nothing is answered, and a cookie is none', async () => {
  const nadia = await world.as(world.nadia)
  const nobody = await posting(world, null)
  const wrong = await posting(world, `sotto_${'0'.repeat(43)}`)
  for (const answer of [await nobody(PING), await wrong(PING), await nadia.post('/mcp', PING)]) {
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } })
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer')
  }
})

test('a key for health finds nothing here', async () => {
  const health = await posting(world, await keyOfNadia(world, 'health'))
  for (const body of [PING, calling('list_pairings')])
    expect(await health(body)).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } })
})

test('a page of another site asks in vain, and so does another kind of body', async () => {
  for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }])
    expect(await post(PING, headers)).toMatchObject({ status: 403 })
  for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
    expect(await post(PING, { 'Content-Type': type })).toMatchObject({ status: 415 })
  expect(await post('x'.repeat(1_000_001))).toMatchObject({ status: 413 })
})
