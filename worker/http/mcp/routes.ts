import { paths } from '../../../web/pages/paths.ts'
import type { App, AppContext } from '../context.ts'
import { malformed } from '../responses.tsx'
import { type Fault, requestIn } from './message.ts'
import { answerTo, whyNotSpoken } from './protocol.ts'
import type { Caller } from './tool.ts'

/**
 * Model Context Protocol over streamable HTTP, for agents that have a key. Each tool asks the API as that key, so it finds
 * what the key finds there, is refused as there, counted as there and leaves the same looks.
 */
export function mcpRoutes(app: App): void {
  app.post(paths.mcp, async (c) => {
    if (!/^application\/json\b/i.test(c.req.header('Content-Type')?.trim() ?? ''))
      return malformed(c, 415, 'content-type')
    const unspoken = whyNotSpoken(c.req.header('MCP-Protocol-Version'))
    if (unspoken) return faulty(c, null, unspoken)
    const read = requestIn(await c.req.text())
    if (!read.ok) return faulty(c, null, read.refusal)
    if (read.value === null) return c.body(null, 202)

    const { id } = read.value
    const answered = await answerTo(read.value, callerOf(app, c))
    return answered.ok
      ? c.json({ jsonrpc: '2.0', id, result: answered.value })
      : faulty(c, id, answered.refusal)
  })
}

/** Of a message that was understood, the transport succeeded. */
function faulty(c: AppContext, id: string | number | null, error: Fault): Response {
  c.set('refused', `rpc${error.code}`)
  return c.json({ jsonrpc: '2.0', id, error }, id === null ? 400 : 200)
}

/** The API inside the same Worker, with the key alone: no cookie, and nothing else that came along. */
function callerOf(app: App, c: AppContext): Caller {
  const headers = { Authorization: c.req.header('Authorization') ?? '' }
  return {
    c,
    askApi: async (path, query = {}) => {
      const url = new URL(`/api/v1${path}`, c.req.url)
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) url.searchParams.set(name, String(value))
      return app.fetch(new Request(url, { headers }), c.env, c.executionCtx)
    },
  }
}
