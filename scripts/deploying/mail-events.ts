import * as z from 'zod/mini'

import type { Answers } from './answers.ts'
import type { Cloudflare } from './cloudflare.ts'
import type { Zone } from './found.ts'

const Queue = z.object({ queue_id: z.string(), queue_name: z.string() })
const Subscription = z.object({
  name: z.optional(z.string()),
  enabled: z.optional(z.boolean()),
  source: z.object({ type: z.string(), domain: z.optional(z.string()) }),
  destination: z.object({ queue_id: z.string() }),
})
const AT_ONCE = 100
/** What worker/delivery/in/feedback.ts reads. */
const EVENTS = ['message.bounced', 'message.complained', 'message.failed', 'message.rejected']

/** Bounces and complaints carry addresses: they stay where the database does. */
export async function queueFor(
  api: Cloudflare,
  accountId: string,
  queue: string,
  { jurisdiction }: Answers,
): Promise<string> {
  if (await findQueue(api, accountId, queue)) return `${queue} is there`
  await api.send('POST', `/accounts/${accountId}/queues`, {
    queue_name: queue,
    ...(jurisdiction !== 'none' && { jurisdiction }),
  })
  return `made ${queue}`
}

export async function subscribe(
  api: Cloudflare,
  { id, account }: Zone,
  domain: string,
  queue: string,
): Promise<string> {
  const queueId = await findQueue(api, account.id, queue)
  if (queueId === null) throw new Error(`There is no queue ${queue}.`)
  const path = `/accounts/${account.id}/event_subscriptions/subscriptions`
  const all = await listSubscriptions(api, path)
  const there = all.find(({ source }) => source.type === 'email.sending' && source.domain === domain)
  if (there && there.destination.queue_id !== queueId)
    throw new Error(
      `What becomes of mail from ${domain} goes to another queue already (${there.name ?? there.destination.queue_id}), and a domain tells one: remove that subscription, or choose another reply domain.`,
    )
  if (there?.enabled === false)
    throw new Error(`The subscription ${there.name ?? queue} is switched off: switch it on, or remove it.`)
  if (there) return `${queue} hears of ${domain} already`
  await api.send('POST', path, {
    name: queue,
    enabled: true,
    source: { type: 'email.sending', zone_id: id, domain },
    destination: { type: 'queues.queue', queue_id: queueId },
    events: EVENTS,
  })
  return `${queue} hears what became of mail from ${domain}`
}

/** Of all queues: the platform has no filter for one, and takes one subscription for a domain. */
async function listSubscriptions(
  api: Cloudflare,
  path: string,
): Promise<readonly z.infer<typeof Subscription>[]> {
  const all: z.infer<typeof Subscription>[] = []
  for (let page = 1; ; page += 1) {
    const some = (await api.find(`${path}?per_page=${AT_ONCE}&page=${page}`, z.array(Subscription))) ?? []
    all.push(...some)
    if (some.length < AT_ONCE) return all
  }
}

async function findQueue(api: Cloudflare, accountId: string, queue: string): Promise<string | null> {
  const all = await api.find(`/accounts/${accountId}/queues?name=${queue}`, z.array(Queue))
  return all?.find(({ queue_name: name }) => name === queue)?.queue_id ?? null
}
