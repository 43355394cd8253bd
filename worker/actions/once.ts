import type { Decision } from '../domain/decision.ts'
import type { Refusal } from '../domain/refusals.ts'
import { accept, refuse, type Result } from '../domain/result.ts'
import type { Session } from '../domain/sessions.ts'
import { NOTHING } from '../domain/decision.ts'
import type { Platform } from '../platform.ts'
import { settle } from '../storage/commit.ts'
import { findRequest, requestOf } from '../storage/requests.ts'

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
  const request = await requestOf(wish.id, wish)
  let isRepeat = false
  const settled = await settle(
    platform,
    async () => {
      const before = await findRequest(platform.db, request)
      if (before === 'other') return refuse({ reason: 'id-taken' })
      isRepeat = before === 'same'
      return isRepeat ? accept(NOTHING) : make.decide()
    },
    () => (isRepeat ? null : request),
  )
  if (!settled.ok) return settled

  const session = settled.value ?? (await make.again())
  return session ? accept(session) : refuse({ reason: 'not-found' })
}
