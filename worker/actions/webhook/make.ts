import { base64Of } from '../../base64url.ts'
import type { Actor } from '../../domain/people/permission.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { decideWebhook, type WebhookWish } from '../../domain/webhook/make.ts'
import { SECRET_PREFIX, type Webhook } from '../../domain/webhook/webhook.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findEarlierUse, idempotencyKeyOf, insertIdempotencyKey } from '../../storage/idempotency.ts'
import { findWebhook, insertWebhook } from '../../storage/webhook/webhook.ts'
import { whyTooOften } from '../rate-limit.ts'

/** A webhook, and, this once, its secret: null when the same request comes again. */
export type MadeWebhook = { readonly webhook: Webhook; readonly secret: string | null }

/** A webhook of a manager's programme, or the owner's of health. Its secret is random, sealed, and shown once. */
export async function makeWebhook(
  platform: Platform,
  wish: WebhookWish,
  by: { readonly maker: Person; readonly actor: Actor; readonly isOwner: boolean },
): Promise<Result<MadeWebhook, Refusal>> {
  const { db, settings } = platform
  const now = platform.now()
  const { id, programmeId } = wish
  const found = async (): Promise<Result<MadeWebhook, Refusal>> => {
    const reach = programmeId === null ? [] : [programmeId]
    const whose = { personId: by.maker.id, reach, isOwner: programmeId === null }
    const webhook = await findWebhook(platform, id, whose)
    return webhook ? accept({ webhook, secret: null }) : refuse({ reason: 'not-found' })
  }
  const idempotent = await idempotencyKeyOf(platform, id, { ...wish, by: by.maker.id })
  const { earlier } = await findEarlierUse(db, idempotent)
  if (earlier.kind === 'other') return refuse({ reason: 'id-taken' })
  if (earlier.kind === 'same') return found()

  const parse = (text: string) => URL.parse(text)
  const decided = decideWebhook(wish, { ...by, now, own: settings, parse })
  if (!decided.ok) return decided
  const tooOften = await whyTooOften(platform, 'webhook', by.maker.id)
  if (tooOften) return tooOften
  const secret = newSecret(platform)
  const written = await inOneBatch(db, [
    insertIdempotencyKey(db, idempotent, null, now),
    ...(await insertWebhook(platform, decided.value, secret)),
  ])
  if (written.ok) return accept({ webhook: decided.value, secret })
  // The same request came twice at once.
  return written.refusal.reason === 'changed-meanwhile' ? found() : written
}

export function newSecret({ random }: Pick<Platform, 'random'>): string {
  return `${SECRET_PREFIX}${base64Of(random(32))}`
}
