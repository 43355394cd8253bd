import * as z from 'zod/mini'

import { ApiRefused, type Cloudflare } from './cloudflare.ts'
import { recordsOf, type Zone } from './found.ts'

const Subdomain = z.object({
  tag: z.string(),
  name: z.string(),
  enabled: z.optional(z.boolean()),
})
/** “An identical record already exists”, and the same of a name that takes one. */
const IDENTICAL = [81057, 81058]
const Needed = z.object({
  type: z.string(),
  name: z.string(),
  content: z.string(),
  priority: z.optional(z.number()),
})

const Routing = z.object({ enabled: z.optional(z.boolean()), status: z.optional(z.nullable(z.string())) })

/**
 * Only for this domain: what enables a whole zone also takes the mail of the zone itself. Where the domain is the zone, it
 * is that which is wanted, and the API takes no name.
 */
export async function receiveFor(api: Cloudflare, zone: Zone, domain: string): Promise<string> {
  const receives = async () =>
    (await recordsOf(api, zone, domain)).some(
      ({ type, content }) => type === 'MX' && /cloudflare\.net/i.test(content ?? ''),
    )
  const isThere = await receives()
  if (!isThere)
    await api.send(
      'POST',
      `/zones/${zone.id}/email/routing/dns`,
      domain === zone.name ? {} : { name: domain },
    )
  if (!isThere && !(await receives())) throw new Error(`${domain} has no MX record yet.`)
  await mustRoute(api, zone)
  return `${domain} receives mail${isThere ? ' already' : ''}`
}

/** The records of a subdomain may stand there while the switch of the whole zone is off. */
async function mustRoute(api: Cloudflare, { id, name }: Zone): Promise<void> {
  const { enabled, status } = (await api.find(`/zones/${id}/email/routing`, Routing)) ?? {}
  if (enabled !== true)
    throw new Error(
      `Email Routing of ${name} is off (${status ?? 'never set up'}), and no answer would arrive: switch it on in Cloudflare’s dashboard. If mail to ${name} itself goes elsewhere, its MX records have to stay as they are; where Cloudflare wants to replace them, choose a reply domain that is a zone of its own.`,
    )
}

export async function catchAllTo(
  api: Cloudflare,
  zone: Zone,
  { name, taker }: { readonly name: string; readonly taker: string | null },
): Promise<string> {
  await api.send('PUT', `/zones/${zone.id}/email/routing/rules/catch_all`, {
    name,
    enabled: true,
    matchers: [{ type: 'all' }],
    actions: [{ type: 'worker', value: [name] }],
  })
  const before = taker === null || taker === name ? '' : `, and no longer to ${taker}`
  return `the catch-all of ${zone.name} goes to the Worker ${name}${before}`
}

/** The domain, and each DNS record that it is to have. */
export async function sendFrom(api: Cloudflare, zone: Zone, domain: string): Promise<string> {
  const path = `/zones/${zone.id}/email/sending/subdomains`
  const find = async () => (await api.find(path, z.array(Subdomain)))?.find(({ name }) => name === domain)
  if ((await find())?.enabled !== true) await api.send('POST', path, { name: domain })
  const { tag } = (await find()) ?? {}
  if (tag === undefined) throw new Error(`${domain} is no sending domain yet.`)
  const needed = (await api.find(`${path}/${tag}/dns`, z.array(Needed))) ?? []
  let made = 0
  for (const record of needed) {
    const there = await recordsOf(api, zone, record.name)
    if (there.some((each) => each.type === record.type && isSame(each.content ?? '', record.content)))
      continue
    if (await makeRecord(api, zone, record)) made += 1
  }
  return `${domain} sends mail; ${made} of its ${needed.length} DNS records were missing`
}

/** Says whether it was missing: the platform makes some of them by itself meanwhile. */
async function makeRecord(api: Cloudflare, { id }: Zone, record: z.infer<typeof Needed>): Promise<boolean> {
  try {
    await api.send('POST', `/zones/${id}/dns_records`, { ...record, ttl: 1 })
    return true
  } catch (error) {
    if (error instanceof ApiRefused && error.codes.some((code) => IDENTICAL.includes(code))) return false
    throw error
  }
}

/** One policy of a kind is all that a name may have: one that is there is whoever wrote it's to change. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [unquoted(one), unquoted(other)]
  const kind = /^v=(?:spf1|dmarc1)/.exec(second)?.[0]
  return first === second || (kind !== undefined && first.startsWith(kind))
}

/** A long text is shown in several strings, which mean what stands in them one after the other. */
function unquoted(content: string): string {
  return content.replaceAll(/"\s+"/g, '').replaceAll('"', '').trim().toLowerCase()
}
