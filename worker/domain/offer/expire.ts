import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { Session } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { type Instant, isDue } from '../time/time.ts'

/** When the holds of an open offer end; null: there is none. */
export function expiresAt({ status, offer }: Session): Instant | null {
  return status === 'offered' && offer?.status === 'open' ? offer.heldUntil : null
}

/** An offer that nobody answered in time expires: its holds are freed, and the round stays open for another offer. */
export function decideExpireOffer({ session, now }: SessionSituation): Decision | null {
  const { offer } = session
  if (!offer || !isDue(expiresAt(session), now)) return null

  const after = { ...session, offer: { ...offer, status: 'expired' as const } }
  return {
    ...NO_CHANGE,
    sessions: [
      step(session, after, { code: 'offer-expired', at: now, by: CLOCK, detail: { offer: offer.id } }),
    ],
  }
}
