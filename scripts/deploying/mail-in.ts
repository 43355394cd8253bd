import * as z from 'zod/mini'

import type { Cloudflare } from './cloudflare.ts'
import { recordsOf, type Zone } from './found.ts'

const Subdomain = z.object({
  tag: z.string(),
  name: z.string(),
  email_sending_enabled: z.optional(z.boolean()),
})
const Needed = z.object({
  type: z.string(),
  name: z.string(),
  content: z.string(),
  priority: z.optional(z.number()),
})

/** Only for this domain: what enables a whole zone would also take the mail of the zone itself. */
export async function receiveFor(api: Cloudflare, zone: Zone, domain: string): Promise<string> {
  const receives = async () =>
    (await recordsOf(api, zone, domain)).some(
      ({ type, content }) => type === 'MX' && /cloudflare\.net/i.test(content ?? ''),
    )
  if (await receives()) return `${domain} receives mail already`
  await api.send('POST', `/zones/${zone.id}/email/routing/dns`, { name: domain })
  if (!(await receives())) throw new Error(`${domain} has no MX record yet.`)
  return `${domain} receives mail`
}

export async function catchAllTo(api: Cloudflare, zone: Zone, name: string): Promise<string> {
  await api.send('PUT', `/zones/${zone.id}/email/routing/rules/catch_all`, {
    name,
    enabled: true,
    matchers: [{ type: 'all' }],
    actions: [{ type: 'worker', value: [name] }],
  })
  return `the catch-all of ${zone.name} goes to the Worker ${name}`
}

/** The domain, and each DNS record that it is to have. */
export async function sendFrom(api: Cloudflare, zone: Zone, domain: string): Promise<string> {
  const path = `/zones/${zone.id}/email/sending/subdomains`
  const find = async () => (await api.find(path, z.array(Subdomain)))?.find(({ name }) => name === domain)
  if ((await find())?.email_sending_enabled !== true) await api.send('POST', path, { name: domain })
  const { tag } = (await find()) ?? {}
  if (tag === undefined) throw new Error(`${domain} is no sending domain yet.`)
  const needed = (await api.find(`${path}/${tag}/dns`, z.array(Needed))) ?? []
  let made = 0
  for (const record of needed) {
    const there = await recordsOf(api, zone, record.name)
    if (there.some((each) => each.type === record.type && isSame(each.content ?? '', record.content)))
      continue
    await api.send('POST', `/zones/${zone.id}/dns_records`, { ...record, ttl: 1 })
    made += 1
  }
  return `${domain} sends mail; ${made} of its ${needed.length} DNS records were missing`
}

/** One policy of a kind is all that a name may have: one that is there is whoever wrote it's to change. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [unquoted(one), unquoted(other)]
  const kind = /^v=(?:spf1|dmarc1)/.exec(second)?.[0]
  return first === second || (kind !== undefined && first.startsWith(kind))
}

function unquoted(content: string): string {
  return content.replaceAll('"', '').trim().toLowerCase()
}
