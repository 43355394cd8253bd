import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Platform, Statement } from '../platform.ts'
import { inOneBatch } from '../storage/batch.ts'
import { findIdempotencyKey, insertIdempotencyKey, idempotencyKeyOf } from '../storage/idempotency.ts'
import { retryOnConflict } from './retry.ts'

export type Making<Made> = { readonly made: Made; readonly statements: readonly Statement[] }

/**
 * Makes a thing of the set-up under its client-made id, once: the same id and content again answers what was made,
 * the same id with other content is refused with `id-taken`.
 */
export async function make<Made>(
  platform: Platform,
  wish: { readonly id: string },
  ways: {
    readonly again: () => Promise<Made | null>
    readonly decide: () => Promise<Result<Making<Made>, Refusal>>
  },
): Promise<Result<Made, Refusal>> {
  const { db } = platform
  const request = await idempotencyKeyOf(wish.id, wish)
  return retryOnConflict(async () => {
    const before = await findIdempotencyKey(db, request)
    if (before.kind === 'other') return refuse({ reason: 'id-taken' })
    if (before.kind === 'same') return thereOrNot(await ways.again())

    const making = await ways.decide()
    if (!making.ok) return making
    const { made, statements } = making.value
    const written = await inOneBatch(db, [insertIdempotencyKey(db, request, platform.now()), ...statements])
    return written.ok ? accept(made) : written
  })
}

function thereOrNot<Made>(made: Made | null): Result<Made, Refusal> {
  return made ? accept(made) : refuse({ reason: 'not-found' })
}
