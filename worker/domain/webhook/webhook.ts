import type { MessageId, PersonId, ProgrammeId, WebhookId } from '../ids.ts'
import { after, DAY, type Instant } from '../time/time.ts'
import type { MessageData, MessageType } from './told.ts'

/** `stopped`: no call has succeeded for days; its maker switches it on again. */
export const WEBHOOK_STATES = ['on', 'off', 'stopped'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

export const MESSAGE_STATES = ['waiting', 'sent', 'failed'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** An address that is told what happens, after Standard Webhooks 1.0. It is told what its maker may know at that moment. */
export type Webhook = {
  readonly id: WebhookId
  /** Null: it is told of the installation's health. */
  readonly programmeId: ProgrammeId | null
  /** Its maker. */
  readonly personId: PersonId
  /** At which its maker was signed in. */
  readonly address: string
  /** Null: it does not open, since its key is gone. */
  readonly url: string | null
  readonly types: readonly MessageType[]
  readonly state: WebhookState
  readonly madeAt: Instant
  readonly endedAt: Instant | null
  /** Since when no call has succeeded; null: the last one did. */
  readonly failingSince: Instant | null
}

/** One call. `status` is what the other side answered; null: it did not, and `problem` says why. */
export type Attempt = {
  readonly at: Instant
  readonly ms: number
  readonly status: number | null
  readonly problem: string | null
}

export type Message = {
  readonly id: MessageId
  readonly webhookId: WebhookId
  readonly type: MessageType
  readonly at: Instant
  readonly data: MessageData
  readonly state: MessageState
  readonly dueAt: Instant
  readonly tries: number
  readonly attempts: readonly Attempt[]
}

/** So long the old secret signs as well. */
export const ROTATION_MS = DAY

/** After it come 32 random bytes as base64: Standard Webhooks 1.0, “Signature scheme”. */
export const SECRET_PREFIX = 'whsec_'

export function isWebhookOpen({ endedAt }: Pick<Webhook, 'endedAt'>): boolean {
  return endedAt === null
}

/** Until when the secret of before signs as well, if it is replaced now. */
export function oldSecretUntil(now: Instant): Instant {
  return after(now, ROTATION_MS)
}
