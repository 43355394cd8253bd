import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'

/** An offer that nobody answered in time expires: its holds are freed, and the round stays open for another offer. */
export function decideExpireOffer({ session, now }: SessionSituation): Decision | null {
  const { offer } = session
  if (session.status !== 'offered' || offer?.status !== 'open' || offer.heldUntil > now) return null

  const after = { ...session, offer: { ...offer, status: 'expired' as const } }
  return {
    ...NO_CHANGE,
    sessions: [
      step(session, after, { code: 'offer-expired', at: now, by: CLOCK, detail: { offer: offer.id } }),
    ],
  }
}
