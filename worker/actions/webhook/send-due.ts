import { afterTry } from '../../domain/webhook/retry.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { isStillHers } from '../../storage/webhook/maker.ts'
import {
  claimMessage,
  type Due,
  failWaiting,
  listMessagesDue,
  updateMessage,
} from '../../storage/webhook/message.ts'
import { endWebhook, openSecrets, toWebhook, updateWebhook } from '../../storage/webhook/webhook.ts'
import { postMessage } from './post.ts'

/**
 * How many calls one run makes, and after how long it begins no other; those that are under way may end. As of a tick, it is
 * time that really passed: the platform's clock may stand still, or be set.
 */
export type Limits = { readonly calls: number; readonly ms: number }

/** Webhooks that are called at the same time; the calls of one follow each other. */
const AT_ONCE = 5

/** Calls the webhooks for what is due. Several runs at once are safe: each message is claimed by one of them. */
export async function sendDueMessages(platform: Platform, { calls, ms }: Limits): Promise<number> {
  const until = Date.now() + ms
  const due = await listMessagesDue(platform.db, platform.now(), calls)
  const lists = [...Map.groupBy(due, ({ webhook }) => webhook.id).values()]
  let made = 0
  for (let at = 0; at < lists.length && Date.now() < until; at += AT_ONCE) {
    const some = lists.slice(at, at + AT_ONCE)
    const counts = await Promise.all(some.map((list) => sendInTurn(platform, list, until)))
    made += counts.reduce((sum, each) => sum + each, 0)
  }
  return made
}

/** Of one webhook. After a call that fails the others wait for the next tick, so that whoever is slow is asked once. */
async function sendInTurn(platform: Platform, due: readonly Due[], until: number): Promise<number> {
  const [first] = due
  if (!first) return 0
  const { db, now } = platform
  // Before anything more is told: it ends with its maker's place, and with the address at which she made it.
  if (!(await isStillHers(db, first.webhook, now()))) {
    await inOneBatch(db, endWebhook(db, first.webhook.id, now()))
    return 0
  }
  const target = {
    url: (await toWebhook(platform, first.webhook)).url,
    secrets: await openSecrets(platform, first.webhook, platform.now()),
  }
  let made = 0
  let webhook: Standing = first.webhook
  for (const { message } of due) {
    if (Date.now() >= until) break
    if (!(await claimMessage(platform.db, message, platform.now()))) continue
    const attempt = await postMessage(platform, message, target)
    made += 1
    const next = afterTry(message, webhook, attempt, platform.now())
    await note(platform, { message, webhook: first.webhook }, next)
    webhook = next.webhook
    if (next.message.state !== 'sent') break
  }
  return made
}

type Standing = Pick<Due['webhook'], 'failingSince' | 'endedAt' | 'state'>

async function note(
  { db, now }: Platform,
  { message, webhook }: Due,
  after: ReturnType<typeof afterTry>,
): Promise<void> {
  const { state, failingSince, endedAt } = after.webhook
  const isOther = state !== webhook.state || failingSince !== webhook.failingSince
  await inOneBatch(db, [
    updateMessage(db, message, after.message),
    ...(isOther ? [updateWebhook(db, webhook.id, { state, failingSince })] : []),
    ...(state === 'stopped' ? [failWaiting(db, webhook.id)] : []),
    ...(endedAt !== null ? endWebhook(db, webhook.id, now()) : []),
  ])
}
