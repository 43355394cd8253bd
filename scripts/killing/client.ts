import * as z from 'zod/mini'

import type { Answer, Asked } from './ledger.ts'

/** A manager at work, and whatever else comes in at her server. It never throws: a server that is killed says nothing. */
export type Client = {
  readonly get: <Shape extends z.ZodMiniType>(path: string, shape: Shape) => Promise<z.infer<Shape> | null>
  readonly ask: (asked: Asked) => Promise<Answer>
  readonly post: (path: string, body: unknown) => Promise<boolean>
}

const JSON_BODY = { 'Content-Type': 'application/json' }
const Named = z.object({ id: z.optional(z.string()) })
/** In milliseconds. */
const PATIENCE = 20_000

export async function signedIn(origin: string, personId: string): Promise<Client> {
  const signal = () => AbortSignal.timeout(PATIENCE)
  const entered = await fetch(`${origin}/dev/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    signal: signal(),
    headers: { origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person: personId }),
  })
  const headers = { origin, cookie: entered.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
  const post = (path: string, body: unknown) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      signal: signal(),
      headers: { ...headers, ...JSON_BODY },
      body: JSON.stringify(body),
    })
  const said = async (answered: Promise<Response>): Promise<Answer> => {
    const response = await answered.catch(() => null)
    const text = await response?.text().catch(() => null)
    if (!response || text === null || text === undefined) return null
    // What stands before the Worker says 5xx of a Worker that is gone.
    if (response.status >= 500) return null
    return { status: response.status, id: Named.safeParse(parsed(text)).data?.id ?? null }
  }
  return {
    get: async (path, shape) => {
      const response = await fetch(`${origin}${path}`, { headers, signal: signal() }).catch(() => null)
      const text = (await response?.text().catch(() => '')) ?? ''
      const read = shape.safeParse(parsed(text))
      return read.success ? read.data : null
    },
    ask: ({ path, body, mail }) => {
      if (!mail) return said(post(path, body))
      const query = new URLSearchParams({ from: mail.from, to: mail.to })
      return said(
        fetch(`${origin}/cdn-cgi/local/email?${query.toString()}`, {
          method: 'POST',
          body: mail.raw,
          signal: signal(),
        }),
      )
    },
    post: async (path, body) => ((await said(post(path, body)))?.status ?? 500) < 300,
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
