import type { Account, Row } from './recorded-cloudflare.ts'

const ACCOUNT = '/accounts/acc'
/** A key of 2048 bits is longer than one string of a TXT record may be. */
const DKIM_KEY = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'.repeat(12)

function recordsToSendFrom(domain: string): readonly Row[] {
  return [
    { type: 'TXT', name: `cf-bounce.${domain}`, content: '"v=spf1 include:_spf.example ~all"' },
    { type: 'TXT', name: `_dmarc.${domain}`, content: '"v=DMARC1; p=reject"' },
    {
      type: 'TXT',
      name: `cf-1._domainkey.${domain}`,
      content: `"v=DKIM1; h=sha256; k=rsa; p=${DKIM_KEY}"`,
    },
  ]
}

/** A TXT record as it is shown: in strings of 255 characters at the most. */
function shown(content: string): string {
  const text = content.replaceAll(/^"|"$/g, '')
  return (text.match(/.{1,255}/g) ?? []).map((each) => `"${each}"`).join(' ')
}

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
    return account.records
      .filter((row) => row.zone === zone && row.name === query.get('name'))
      .map((row) => (row.type === 'TXT' ? { ...row, content: shown(row.content) } : row))
  if (path.endsWith('/catch_all')) return account.catchAll.get(zone) ?? null
  if (path.endsWith('/email/routing'))
    return {
      enabled: account.routing.has(zone),
      status: account.routing.has(zone) ? 'ready' : 'unconfigured',
    }
  if (path.endsWith('/email/sending/subdomains')) return account.sending.filter((row) => row['zone'] === zone)
  if (/\/email\/sending\/subdomains\/\w+\/dns$/.test(path))
    return recordsToSendFrom(String(account.sending.find((row) => row['zone'] === zone)?.['name']))
  if (path === `${ACCOUNT}/subscriptions`) return account.plans
  if (path === `${ACCOUNT}/workers/domains`) return account.domains
  if (path === `${ACCOUNT}/d1/database`) return account.databases.filter(named)
  if (path === `${ACCOUNT}/queues`) return account.queues
  if (path === `${ACCOUNT}/event_subscriptions/subscriptions`) {
    const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 20)]
    return account.subscriptions.slice((page - 1) * size, page * size)
  }
  const script = /\/workers\/scripts\/([\w-]+)\/secrets$/.exec(path)?.[1]
  const secrets = script === undefined ? undefined : account.secrets.get(script)
  return secrets ? Object.keys(secrets).map((name) => ({ name, type: 'secret_text' })) : null
}

export function write(account: Account, what: string, body: Row): unknown {
  const name = typeof body['name'] === 'string' ? body['name'] : ''
  const [, worker] = /^POST \/accounts\/acc\/workers\/scripts\/([\w-]+)\/deployments$/.exec(what) ?? []
  if (worker !== undefined) return runVersion(account, worker, body)
  const [, zone, act] = /^\w+ \/zones\/(\w+)\/(.+)$/.exec(what) ?? []
  if (zone !== undefined) return writeZone(account, zone, act ?? '', { name, body })
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
    default:
      throw new Error(`nobody knows ${what}`)
  }
}

type Sent = { readonly name: string; readonly body: Row }

function writeZone(account: Account, zone: string, act: string, { name, body }: Sent): unknown {
  const apex = String(account.zones.find(({ id }) => id === zone)?.['name'])
  switch (act) {
    case 'email/routing/dns':
      // Of the zone itself it wants no name, and switches the whole zone on.
      if (name === apex) throw new Refused(422, 2007, 'Invalid Input: name is the zone')
      if (name === '') account.routing.add(zone)
      account.records.push({ zone, type: 'MX', name: name || apex, content: 'route1.mx.cloudflare.net' })
      return {}
    case 'email/routing/rules/catch_all':
      account.catchAll.set(zone, body)
      return {}
    case 'email/sending/subdomains':
      account.sending.push({ zone, tag: 'tag', name, enabled: true })
      return {}
    case 'dns_records': {
      const made = { zone, type: String(body['type']), name, content: String(body['content']) }
      const isThere = account.records.some(
        (each) =>
          each.type === made.type && each.name === name && shown(each.content) === shown(made.content),
      )
      if (isThere) throw new Refused(400, 81058, 'An identical record already exists.')
      account.records.push(made)
      return {}
    }
    default:
      throw new Error(`nobody knows ${act}`)
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
