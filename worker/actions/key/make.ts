import { base64urlOf } from '../../base64url.ts'
import { type Key, KEY_PREFIX } from '../../domain/key/key.ts'
import { decideKey, type KeyWish } from '../../domain/key/make.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import { hashOf, type Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findEarlierUse, idempotencyKeyOf, insertIdempotencyKey } from '../../storage/idempotency.ts'
import { findKey, insertKey } from '../../storage/key/key.ts'
import { whyTooOften } from '../rate-limit.ts'

/** A key, and, this once, its secret: null when the same request comes again. */
export type MadeKey = { readonly key: Key; readonly token: string | null }

/** A key of the API. Its secret is random and kept as a hash alone, so neither a copy of the database nor `SECRET` makes it. */
export async function makeKey(
  platform: Platform,
  wish: KeyWish,
  by: Omit<Parameters<typeof decideKey>[1], 'now'>,
): Promise<Result<MadeKey, Refusal>> {
  const { db } = platform
  const now = platform.now()
  const idempotent = await idempotencyKeyOf(platform, wish.id, { ...wish, by: by.maker.id })
  const { earlier } = await findEarlierUse(db, idempotent)
  if (earlier.kind === 'other') return refuse({ reason: 'id-taken' })
  if (earlier.kind === 'same') return found(await findKey(db, wish.id))

  const decided = decideKey(wish, { ...by, now })
  if (!decided.ok) return decided
  const tooOften = await whyTooOften(platform, 'key', by.maker.id)
  if (tooOften) return tooOften
  const token = `${KEY_PREFIX}${base64urlOf(platform.random(32))}`
  const written = await inOneBatch(db, [
    insertIdempotencyKey(db, idempotent, null, now),
    insertKey(db, decided.value, await hashOf(token)),
  ])
  if (written.ok) return accept({ key: decided.value, token })
  // The same request came twice at once.
  return written.refusal.reason === 'changed-meanwhile' ? found(await findKey(db, wish.id)) : written
}

function found(key: Key | null): Result<MadeKey, Refusal> {
  return key ? accept({ key, token: null }) : refuse({ reason: 'not-found' })
}
