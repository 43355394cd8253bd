import type { MessageId, WebhookId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { isWebhookOpen, type Message, type Webhook } from '../../domain/webhook/webhook.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findMessage, insertMessage, updateMessage } from '../../storage/webhook/message.ts'
import { findWebhook, type Whose } from '../../storage/webhook/webhook.ts'
import { whyTooOften } from '../rate-limit.ts'

/** Sends a message again with the next tick, under the same id, with all its tries before it. */
export async function sendAgain(
  platform: Platform,
  { webhookId, messageId }: { readonly webhookId: WebhookId; readonly messageId: MessageId },
  whose: Whose,
): Promise<Result<Message, Refusal>> {
  const { db, now } = platform
  const webhook = await openFor(platform, webhookId, whose)
  if (!webhook.ok) return webhook
  const message = await findMessage(db, webhookId, messageId)
  if (!message) return refuse({ reason: 'not-found' })
  if (message.state === 'waiting' && message.tries === 0) return accept(message)
  const again = { state: 'waiting', dueAt: now(), tries: 0 } as const
  const written = await inOneBatch(db, [updateMessage(db, message, again)])
  return written.ok ? accept({ ...message, ...again }) : written
}

/** Sends `webhook.test` with the next tick. */
export async function sendTest(
  platform: Platform,
  webhookId: WebhookId,
  whose: Whose,
): Promise<Result<Message, Refusal>> {
  const { db, newId } = platform
  const webhook = await openFor(platform, webhookId, whose)
  if (!webhook.ok) return webhook
  const tooOften = await whyTooOften(platform, 'webhook', whose.personId)
  if (tooOften) return tooOften
  const at = platform.now()
  const { programmeId } = webhook.value
  const test = {
    id: newId('msg'),
    webhookId,
    type: 'webhook.test',
    at,
    data: { programmeId, webhookId },
  } as const
  const written = await inOneBatch(db, [insertMessage(db, test)])
  return written.ok ? accept({ ...test, state: 'waiting', dueAt: at, tries: 0, attempts: [] }) : written
}

async function openFor(platform: Platform, id: WebhookId, whose: Whose): Promise<Result<Webhook, Refusal>> {
  const webhook = await findWebhook(platform, id, whose)
  if (!webhook) return refuse({ reason: 'not-found' })
  return isWebhookOpen(webhook) && webhook.state === 'on'
    ? accept(webhook)
    : refuse({ reason: 'webhook-off' })
}
