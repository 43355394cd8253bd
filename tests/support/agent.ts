import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { env } from 'cloudflare:workers'

import { textAt } from './response-shapes.ts'
import type { World } from './world.ts'

/** A key of Nadia's for the programmes, by default for her own. */
export async function keyOfNadia(
  world: World,
  access: 'read' | 'write' | 'health',
  programmeIds: readonly string[] = [world.northwind.id],
): Promise<string> {
  const nadia = await world.as(world.nadia)
  const named = access === 'health' ? {} : { programmeIds }
  const wish = { name: 'The intranet', access, expiresOn: '2027-06-30', ...named }
  return textAt((await nadia.post('/api/v1/keys', wish)).body, 'key')
}

/** What an agent's program sends, as it is: a body of any kind, and no cookie. */
export async function posting(world: World, key: string | null) {
  const nobody = await world.as(null)
  return (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    nobody.ask('/mcp', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(key !== null && { Authorization: `Bearer ${key}` }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
}

/** An agent with the protocol's own client, which checks each answer against the shape that its tool promises. */
export async function anAgent(world: World, key: string): Promise<Client> {
  const nobody = await world.as(null)
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', env.ORIGIN), {
    requestInit: { headers: { Authorization: `Bearer ${key}` } },
    fetch: async (url, init) => {
      const { status, body, headers } = await nobody.ask(new URL(url).pathname, {
        method: init?.method ?? 'GET',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ...(typeof init?.body === 'string' && { body: init.body }),
      })
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return new Response(text === '' ? null : text, { status, headers })
    },
  })
  const client = new Client({ name: 'an-agent', version: '1' })
  await client.connect(transport)
  return client
}
