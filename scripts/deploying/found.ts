import * as z from 'zod/mini'

import type { Answers } from './answers.ts'
import { type Cloudflare, NotAllowed } from './cloudflare.ts'

const Zone = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  account: z.object({ id: z.string() }),
})
export type Zone = z.infer<typeof Zone>

const Rule = z.object({
  enabled: z.optional(z.boolean()),
  actions: z.optional(z.array(z.object({ type: z.string(), value: z.optional(z.array(z.string())) }))),
})
const DnsRecord = z.object({ type: z.string(), name: z.string(), content: z.optional(z.string()) })
export type DnsRecord = z.infer<typeof DnsRecord>

const Database = z.object({
  uuid: z.string(),
  name: z.string(),
  jurisdiction: z.optional(z.nullable(z.string())),
})
const Named = z.object({ name: z.string() })
const Subscription = z.object({ rate_plan: z.optional(z.object({ id: z.optional(z.string()) })) })
const Domain = z.object({ hostname: z.string(), service: z.string() })

/** What stands in the account before anything is done. */
export type Found = {
  readonly zone: Zone | null
  readonly replyZone: Zone | null
  /** Null where the token may not see it. */
  readonly isPaid: boolean | null
  /** Of the host of ORIGIN and of the reply domain. */
  readonly records: readonly DnsRecord[]
  /** Mail exchangers of the reply domain’s zone itself. */
  readonly apexMail: readonly string[]
  /** Who gets what no rule of that zone takes. */
  readonly catchAll: string | null
  /** The Worker that the host of ORIGIN belongs to. */
  readonly service: string | null
  readonly database: z.infer<typeof Database> | null
  /** The names of the Worker’s secrets; null where there is no such Worker. */
  readonly secrets: readonly string[] | null
}

/** Only asks. */
export async function findAll(api: Cloudflare, name: string, answers: Answers): Promise<Found> {
  const host = URL.parse(answers.origin)?.hostname ?? ''
  const zone = await findZone(api, host)
  const replyZone = await findZone(api, answers.replyDomain)
  const account = zone ? `/accounts/${zone.account.id}` : null
  const rule = replyZone && (await api.find(`/zones/${replyZone.id}/email/routing/rules/catch_all`, Rule))
  const domains =
    account === null ? null : await api.find(`${account}/workers/domains?hostname=${host}`, z.array(Domain))
  const secrets =
    account === null ? null : await api.find(`${account}/workers/scripts/${name}/secrets`, z.array(Named))
  return {
    zone,
    replyZone,
    isPaid: zone && (await findPlan(api, zone.account.id)),
    records: [
      ...(await recordsOf(api, zone, host)),
      ...(await recordsOf(api, replyZone, answers.replyDomain)),
    ],
    apexMail: (await recordsOf(api, replyZone, replyZone?.name ?? '')).flatMap(({ type, content }) =>
      type === 'MX' && content !== undefined ? [content] : [],
    ),
    catchAll: takerOf(rule),
    service: domains?.find(({ hostname }) => hostname === host)?.service ?? null,
    database: zone && (await findDatabase(api, zone.account.id, name)),
    secrets: secrets?.map((each) => each.name) ?? null,
  }
}

export async function findDatabase(
  api: Cloudflare,
  accountId: string,
  name: string,
): Promise<z.infer<typeof Database> | null> {
  const all = await api.find(
    `/accounts/${accountId}/d1/database?name=${name}&per_page=100`,
    z.array(Database),
  )
  return all?.find((each) => each.name === name) ?? null
}

export async function recordsOf(
  api: Cloudflare,
  zone: Zone | null,
  name: string,
): Promise<readonly DnsRecord[]> {
  if (!zone || name === '') return []
  return (await api.find(`/zones/${zone.id}/dns_records?name=${name}&per_page=100`, z.array(DnsRecord))) ?? []
}

/** The zone with the longest name that the domain ends in. */
async function findZone(api: Cloudflare, domain: string): Promise<Zone | null> {
  const labels = domain.toLowerCase().split('.')
  for (let at = 0; at <= labels.length - 2; at += 1) {
    const [zone] = (await api.find(`/zones?name=${labels.slice(at).join('.')}`, z.array(Zone))) ?? []
    if (zone) return zone
  }
  return null
}

async function findPlan(api: Cloudflare, accountId: string): Promise<boolean | null> {
  try {
    const all = await api.find(`/accounts/${accountId}/subscriptions?per_page=50`, z.array(Subscription))
    return (all ?? []).some(
      ({ rate_plan: plan }) => /workers/i.test(plan?.id ?? '') && !/free/i.test(plan?.id ?? ''),
    )
  } catch (error) {
    if (error instanceof NotAllowed) return null
    throw error
  }
}

function takerOf(rule: z.infer<typeof Rule> | null): string | null {
  const action = rule?.enabled === true ? rule.actions?.[0] : undefined
  if (!action || action.type === 'drop') return null
  const [taker = '', ...more] = action.value ?? []
  return action.type === 'worker' ? taker : `${action.type} to ${[taker, ...more].join(', ')}`
}
