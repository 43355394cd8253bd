import { after, DAY, HOUR, type Instant, MINUTE, SECOND } from '../time/time.ts'
import type { Attempt, Message, MessageState, Webhook, WebhookState } from './webhook.ts'

/** How long after each failed try comes the next: what Standard Webhooks 1.0 suggests. After the last one it has failed. */
export const RETRIES_MS = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR],
  ...[10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
] as const

/** Where nothing has succeeded for so long, the webhook is stopped. */
export const STOPPED_AFTER_MS = 5 * DAY

/** As many as a message shows. */
const ATTEMPTS_KEPT = 20
/** RFC 9110 §15.5.11: it is gone, and whoever is there wants no more. */
const GONE = 410

export type AfterTry = {
  readonly message: Pick<Message, 'state' | 'dueAt' | 'tries' | 'attempts'>
  readonly webhook: Pick<Webhook, 'failingSince' | 'endedAt'> & { readonly state: WebhookState }
}

/** What becomes of a message and its webhook after a call. */
export function afterTry(
  { tries, attempts }: Pick<Message, 'tries' | 'attempts'>,
  webhook: Pick<Webhook, 'failingSince' | 'endedAt' | 'state'>,
  attempt: Attempt,
  now: Instant,
): AfterTry {
  const kept = [...attempts, attempt].slice(-ATTEMPTS_KEPT)
  const [made, { status }] = [tries + 1, attempt]
  if (status !== null && status >= 200 && status < 300)
    return {
      message: { state: 'sent', dueAt: now, tries: made, attempts: kept },
      webhook: { ...webhook, failingSince: null },
    }
  const failingSince = webhook.failingSince ?? now
  const wait = RETRIES_MS[tries]
  const isGone = status === GONE
  const isStopped = now - failingSince >= STOPPED_AFTER_MS
  const state: MessageState = wait === undefined || isGone || isStopped ? 'failed' : 'waiting'
  return {
    message: { state, dueAt: after(now, wait ?? 0), tries: made, attempts: kept },
    webhook: {
      failingSince,
      state: isStopped && webhook.state === 'on' ? 'stopped' : webhook.state,
      endedAt: isGone ? now : webhook.endedAt,
    },
  }
}
