import { CLOCK, type Decision, NO_CHANGE, step } from '../decision.ts'
import type { SessionSituation } from '../situation.ts'

/** An offer nobody answered in time: its holds are freed, the round stays open and needs another. */
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
