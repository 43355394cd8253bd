import type { Account, Row } from './recorded-cloudflare.ts'

const ACCOUNT = '/accounts/acc'
const SENDING_RECORDS = [
  {
    type: 'TXT',
    name: 'cf-bounce.calendar.northwind.example',
    content: '"v=spf1 include:_spf.example ~all"',
  },
  { type: 'TXT', name: '_dmarc.calendar.northwind.example', content: '"v=DMARC1; p=reject"' },
]

/** As the API refuses: its status, its code, its words. */
export class Refused extends Error {
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export function read(account: Account, path: string, query: URLSearchParams): unknown {
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

export function write(account: Account, what: string, body: Row): unknown {
  const name = typeof body['name'] === 'string' ? body['name'] : ''
  const [, worker] = /^POST \/accounts\/acc\/workers\/scripts\/([\w-]+)\/deployments$/.exec(what) ?? []
  if (worker !== undefined) return runVersion(account, worker, body)
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

/** Without `force` it refuses a version whose secrets are no longer those of today. */
function runVersion(account: Account, worker: string, body: Row): unknown {
  const [asked] = body['versions'] as { version_id: string; percentage: number }[]
  const all = account.versions.get(worker) ?? []
  const version = all.find(({ id }) => id === asked?.version_id)
  if (!version || asked?.percentage !== 100) throw new Refused(404, 10092, 'no such version')
  const now = all.at(-1)?.secrets ?? {}
  const changed = Object.keys({ ...now, ...version.secrets }).filter(
    (each) => now[each] !== version.secrets[each],
  )
  if (changed.length > 0)
    throw new Refused(
      400,
      10220,
      `Failed to deploy version. The following secrets have changed: ${changed.join(', ')}`,
    )
  account.versions.set(worker, [...all, version])
  return {}
}
