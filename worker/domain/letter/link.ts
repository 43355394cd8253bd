import type { LinkId, OfferId, PersonId, SessionId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** One purpose, one reader, one session: what a link in a mail may open. */
export type LinkPurpose = 'answer' | 'invite' | 'log' | 'confirm' | 'meeting' | 'own'

export type Link = {
  readonly id: LinkId
  readonly purpose: LinkPurpose
  readonly personId: PersonId
  readonly sessionId: SessionId
  readonly offerId: OfferId | null
  readonly expiresAt: Instant
}
