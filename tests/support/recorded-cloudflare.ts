import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Run } from '../../scripts/run.ts'

type Row = Readonly<Record<string, unknown>>

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
  readonly configs: Map<string, Row>
  readonly catchAll: Map<string, Row>
  readonly made: string[]
  readonly asked: string[]
  /** The change that fails, counted from 1, and whether it takes effect all the same. */
  fails: { readonly at: number; readonly after: boolean } | null
}

export const TOKEN = 'cf-token-that-only-tests-know'
const ACCOUNT = '/accounts/acc'
const SENDING_RECORDS = [
  {
    type: 'TXT',
    name: 'cf-bounce.calendar.northwind.example',
    content: '"v=spf1 include:_spf.example ~all"',
  },
  { type: 'TXT', name: '_dmarc.calendar.northwind.example', content: '"v=DMARC1; p=reject"' },
]

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
    configs: new Map(),
    catchAll: new Map(),
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

/** As wrangler acts for a command: it makes the Worker with its secrets, its address and its bindings. */
export function wranglerOf(account: Account): Run {
  return (command, words) => {
    account.asked.push([command, ...words].join(' '))
    if (words[1] === 'time-travel') return Promise.resolve('{ "bookmark": "00000001-0002" }')
    const after = (flag: string) => words[words.indexOf(flag) + 1] ?? ''
    return Promise.resolve(
      change(account, `wrangler ${words.slice(0, 2).join(' ').replace(/ --.*/, '')}`, () => {
        if (words[0] !== 'deploy') return 'done'
        const config = JSON.parse(readFileSync(after('--config'), 'utf8')) as Row & {
          name: string
          routes: { pattern: string }[]
        }
        const sent = words.includes('--secrets-file') ? readFileSync(after('--secrets-file'), 'utf8') : '{}'
        const secrets = JSON.parse(sent) as Record<string, string>
        account.secrets.set(config.name, { ...account.secrets.get(config.name), ...secrets })
        account.configs.set(config.name, config)
        const [route] = config.routes
        if (!account.domains.some(({ hostname }) => hostname === route?.pattern))
          account.domains.push({ hostname: route?.pattern ?? '', service: config.name })
        return 'deployed'
      }),
    )
  }
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
    return refused(500, error instanceof Error ? error.message : '')
  }
}

function refused(status: number, message: string): readonly [number, Row] {
  return [status, { success: false, errors: [{ code: 1000, message }], result: null }]
}

/** Counted, so that each can be lost once: before it took effect, or after it. */
function change<Value>(account: Account, what: string, run: () => Value): Value {
  account.made.push(what)
  const fails = account.fails?.at === account.made.length ? account.fails : null
  if (fails && !fails.after) throw new Error('the platform is out')
  const value = run()
  if (fails) throw new Error('the platform is out')
  return value
}

function read(account: Account, path: string, query: URLSearchParams): unknown {
  const zone = /^\/zones\/(\w+)/.exec(path)?.[1] ?? ''
  const named = (row: Row) => row['name'] === query.get('name')
  if (path === '/zones') return account.zones.filter(named)
  if (path.endsWith('/dns_records'))
    return account.records.filter((row) => row.zone === zone && row.name === query.get('name'))
  if (path.endsWith('/catch_all')) return account.catchAll.get(zone) ?? null
  if (path.endsWith('/email/sending/subdomains')) return account.sending
  if (/\/email\/sending\/subdomains\/\w+\/dns$/.test(path)) return SENDING_RECORDS
  if (path === `${ACCOUNT}/subscriptions`) return account.plans
  if (path === `${ACCOUNT}/workers/domains`) return account.domains
  if (path === `${ACCOUNT}/d1/database`) return account.databases.filter(named)
  if (path === `${ACCOUNT}/queues`) return account.queues
  if (path === `${ACCOUNT}/event_subscriptions/subscriptions`) return account.subscriptions
  const script = /\/workers\/scripts\/([\w-]+)\/secrets$/.exec(path)?.[1]
  const secrets = script === undefined ? undefined : account.secrets.get(script)
  return secrets ? Object.keys(secrets).map((name) => ({ name, type: 'secret_text' })) : null
}

function write(account: Account, what: string, body: Row): unknown {
  const name = typeof body['name'] === 'string' ? body['name'] : ''
  switch (what) {
    case `POST ${ACCOUNT}/d1/database`:
      if (account.databases.some((row) => row['name'] === name)) throw new Error('already exists')
      account.databases.push({ ...body, uuid: `uuid-of-${name}` })
      return {}
    case `POST ${ACCOUNT}/queues`:
      account.queues.push({ queue_id: 'que', queue_name: String(body['queue_name']) })
      return {}
    case `POST ${ACCOUNT}/event_subscriptions/subscriptions`:
      account.subscriptions.push(body)
      return {}
    case 'POST /zones/zon/email/routing/dns':
      account.records.push({ zone: 'zon', type: 'MX', name, content: 'route1.mx.cloudflare.net' })
      return {}
    case 'PUT /zones/zon/email/routing/rules/catch_all':
      account.catchAll.set('zon', body)
      return {}
    case 'POST /zones/zon/email/sending/subdomains':
      account.sending.push({ tag: 'tag', name, email_sending_enabled: true })
      return {}
    case 'POST /zones/zon/dns_records':
      account.records.push({
        zone: 'zon',
        type: String(body['type']),
        name,
        content: String(body['content']),
      })
      return {}
    default:
      throw new Error(`nobody knows ${what}`)
  }
}
