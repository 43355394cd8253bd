import { type Decision, NO_CHANGE } from '../domain/decision.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Session } from '../domain/session/session.ts'
import type { Platform } from '../platform.ts'
import { commitWithRetry } from '../storage/commit.ts'
import { type EarlierUse, findIdempotencyKey, idempotencyKeyOf } from '../storage/idempotency.ts'
import { findSession } from '../storage/session/session.ts'

/**
 * Makes something under its client-made id, once: the same id and content again answers what stands there now,
 * the same id with other content is refused.
 */
export async function once(
  platform: Platform,
  wish: { readonly id: string },
  make: {
    readonly again: () => Promise<Session | null>
    readonly decide: () => Promise<Result<Decision, Refusal>>
  },
): Promise<Result<Session, Refusal>> {
  const request = await idempotencyKeyOf(wish.id, wish)
  const found: { before: EarlierUse } = { before: { kind: 'new' } }
  const settled = await commitWithRetry(
    platform,
    async () => {
      found.before = await findIdempotencyKey(platform.db, request)
      if (found.before.kind === 'other') return refuse({ reason: 'id-taken' })
      return found.before.kind === 'same' ? accept(NO_CHANGE) : make.decide()
    },
    () => (found.before.kind === 'same' ? null : request),
  )
  if (!settled.ok) return settled

  const { before } = found
  const madeBefore =
    before.kind === 'same' && before.made ? await findSession(platform.db, before.made) : null
  const session = settled.value ?? madeBefore ?? (await make.again())
  return session ? accept(session) : refuse({ reason: 'not-found' })
}
