import type { LinkId, OfferId, PersonId, SessionId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

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
