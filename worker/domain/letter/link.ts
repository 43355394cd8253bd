import type { LinkId, OfferId, PersonId, SessionId } from '../ids.ts'
import { FRESH_LINK_MS } from '../sign-in/lasts.ts'
import { after, type Instant } from '../time/time.ts'

/** A link in a mail has one purpose, one reader and one session. */
export type LinkPurpose = 'answer' | 'invite' | 'log' | 'confirm' | 'meeting' | 'own'

export type Link = {
  readonly id: LinkId
  readonly purpose: LinkPurpose
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly offerId: OfferId | null
  readonly expiresAt: Instant
  /** Where it went; null once that was deleted. */
  readonly address: string | null
  /** Null: not known, of an old one. */
  readonly madeAt: Instant | null
}

/** Whether it was made so recently that it opens all that is held about its reader, as a young sign-in does. */
export function isFreshLink({ madeAt }: Pick<Link, 'madeAt'>, now: Instant): boolean {
  return madeAt !== null && after(madeAt, FRESH_LINK_MS) > now
}
