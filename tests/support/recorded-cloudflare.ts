import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { read, Refused, write } from './recorded-cloudflare-answers.ts'

export type Row = Readonly<Record<string, unknown>>

export type Version = { readonly id: string; readonly secrets: Readonly<Record<string, string>> }

/** An account as Cloudflare's API and wrangler show it; what is changed stands in `made`, in order. */
export type Account = {
  readonly zones: Row[]
  readonly plans: Row[]
  readonly records: { zone: string; type: string; name: string; content: string }[]
  readonly domains: { hostname: string; service: string }[]
  readonly databases: Row[]
  readonly queues: { queue_id: string; queue_name: string }[]
  readonly subscriptions: Row[]
  readonly sending: Row[]
  readonly secrets: Map<string, Record<string, string>>
  /** What was uploaded of a Worker, and each secret since, the running one at the end. */
  readonly versions: Map<string, Version[]>
  readonly configs: Map<string, Row>
  readonly catchAll: Map<string, Row>
  /** The zones whose Email Routing is on. */
  readonly routing: Set<string>
  readonly made: string[]
  readonly asked: string[]
  /** The change that fails, counted from 1, and whether it takes effect all the same. */
  fails: { readonly at: number; readonly after: boolean } | null
}

export const TOKEN = 'cf-token-that-only-tests-know'

export function anAccount(): Account {
  return {
    zones: [{ id: 'zon', name: 'northwind.example', status: 'active', account: { id: 'acc' } }],
    plans: [{ rate_plan: { id: 'workers_paid' } }],
    records: [],
    domains: [],
    databases: [],
    queues: [],
    subscriptions: [],
    sending: [],
    secrets: new Map(),
    versions: new Map(),
    configs: new Map(),
    catchAll: new Map(),
    routing: new Set(['zon']),
    made: [],
    asked: [],
    fails: null,
  }
}

/** The API on this machine; ends with `close`. */
export async function serveAccount(account: Account): Promise<{ readonly url: string; close: () => void }> {
  const server: Server = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => (text += String(part)))
    request.on('end', () => {
      const [status, body] = answer(account, request.method ?? '', request.url ?? '', {
        authorization: request.headers.authorization ?? '',
        body: text === '' ? {} : (JSON.parse(text) as Row),
      })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

type Asked = { readonly authorization: string; readonly body: Row }

function answer(account: Account, method: string, url: string, asked: Asked): readonly [number, Row] {
  const { pathname, searchParams } = new URL(url, 'http://api')
  account.asked.push(`${method} ${url}`)
  if (asked.authorization !== `Bearer ${TOKEN}`) return refused(403, 'Authentication error')
  try {
    const result =
      method === 'GET'
        ? read(account, pathname, searchParams)
        : change(account, `${method} ${pathname}`, () => write(account, `${method} ${pathname}`, asked.body))
    return result === null ? refused(404, 'not found') : [200, { success: true, errors: [], result }]
  } catch (error) {
    if (error instanceof Refused) return refused(error.status, error.message, error.code)
    return refused(500, error instanceof Error ? error.message : '')
  }
}

function refused(status: number, message: string, code = 1000): readonly [number, Row] {
  return [status, { success: false, errors: [{ code, message }], result: null }]
}

/** Counted, so that each can be lost once: before it took effect, or after it. */
export function change<Value>(account: Account, what: string, run: () => Value): Value {
  account.made.push(what)
  const fails = account.fails?.at === account.made.length ? account.fails : null
  if (fails && !fails.after) throw new Error('the platform is out')
  const value = run()
  if (fails) throw new Error('the platform is out')
  return value
}
