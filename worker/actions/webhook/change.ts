import type { WebhookId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { fits } from '../../domain/webhook/make.ts'
import type { ChosenType } from '../../domain/webhook/told.ts'
import { isWebhookOpen, type Webhook } from '../../domain/webhook/webhook.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import {
  endWebhook,
  findWebhook,
  replaceSecret,
  updateWebhook,
  type Whose,
} from '../../storage/webhook/webhook.ts'
import { type MadeWebhook, newSecret } from './make.ts'

export type WebhookChange = {
  readonly state?: 'on' | 'off'
  readonly types?: readonly ChosenType[]
  /** Another secret; the old one signs as well for a day. */
  readonly rotate?: true
}

/** Changes a webhook of one's own. Switched on, it begins anew: what failed before does not count any more. */
export async function changeWebhook(
  platform: Platform,
  id: WebhookId,
  { state, types, rotate }: WebhookChange,
  whose: Whose,
): Promise<Result<MadeWebhook, Refusal>> {
  const { db, now } = platform
  const webhook = await findWebhook(platform, id, whose)
  if (!webhook || !isWebhookOpen(webhook)) return refuse({ reason: 'not-found' })
  if (types && !fits(types, webhook.programmeId)) return refuse({ reason: 'webhook-types' })
  const change: Partial<Pick<Webhook, 'state' | 'types' | 'failingSince'>> = {
    ...(state && { state }),
    ...(state === 'on' && webhook.state !== 'on' && { failingSince: null }),
    ...(types && { types: [...new Set(types)] }),
  }
  const secret = rotate ? newSecret(platform) : null
  const written = await inOneBatch(db, [
    ...(Object.keys(change).length > 0 ? [updateWebhook(db, id, change)] : []),
    ...(secret === null ? [] : await replaceSecret(platform, id, secret, now())),
  ])
  return written.ok ? accept({ webhook: { ...webhook, ...change }, secret }) : written
}

/** Ends a webhook of one's own, at once and for good; again, it stays ended as it was. */
export async function endOwnWebhook(
  platform: Platform,
  id: WebhookId,
  whose: Whose,
): Promise<Result<Webhook, Refusal>> {
  const webhook = await findWebhook(platform, id, whose)
  if (!webhook) return refuse({ reason: 'not-found' })
  const at = platform.now()
  const written = await inOneBatch(platform.db, endWebhook(platform.db, id, at))
  return written.ok ? accept({ ...webhook, endedAt: webhook.endedAt ?? at }) : written
}
