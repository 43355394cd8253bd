import { dayInUtc } from '../programme/close.ts'
import type { Session } from '../session/session.ts'
import type { Instant } from '../time/time.ts'
import type { Letter } from './letter.ts'

/**
 * Whether a letter that never arrived is still true: it is sent again unchanged, so it must not be overtaken. `session`
 * is the letter's session as it is now.
 */
export function isStillTrue(letter: Letter, session: Session | null, now: Instant): boolean {
  // The programme was purged: only codes are left.
  if (letter.reader.email === '') return false
  switch (letter.kind) {
    case 'sign-in':
      return letter.validUntil > now
    case 'offer':
      return (
        session?.offer?.id === letter.offerId &&
        session.offer.status === 'open' &&
        session.offer.heldUntil > now
      )
    case 'offers':
      return letter.offers.some(({ heldUntil }) => heldUntil > now)
    case 'calendar':
      if (letter.time.end <= now || !session) return false
      if (letter.method === 'CANCEL')
        return session.invites.some(({ uid, live }) => uid === letter.uid && !live)
      return session.invites.some(
        ({ uid, live, sequence }) => uid === letter.uid && live && sequence === letter.sequence,
      )
    case 'outcome':
      return session?.status === 'fixed' && session.time?.end === letter.time.end
    case 'own':
      return session !== null
    case 'closing':
      return letter.keptUntil > dayInUtc(now)
    case 'brief':
    case 'attendance':
    case 'confirm':
      return session?.status === 'fixed' && session.time?.start === letter.time.start && letter.time.end > now
    case 'digest':
      return letter.entries.every(({ time }) => time.start > now)
  }
}
