import { CLOCK, type Decision, NO_CHANGE } from '../decision.ts'
import type { Session } from '../session/session.ts'
import type { SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { earliest, type Instant, isDue } from '../time/time.ts'

/** When the next hold of an open offer ends; null: there is none. */
export function expiresAt({ status, offer }: Session): Instant | null {
  if (status !== 'offered' || offer?.status !== 'open') return null
  const held = offer.options.filter(({ dropped }) => !dropped)
  return held.length > 0 ? earliest(...held.map(({ until }) => until)) : offer.heldUntil
}

/**
 * A time that nobody picked by its last hour drops out, and its holds are freed. With the last one the offer expires; the
 * round stays open for another.
 */
export function decideExpireOffer({ session, now }: SessionSituation): Decision | null {
  const { offer } = session
  if (!offer || !isDue(expiresAt(session), now)) return null

  const options = offer.options.map((each) => (each.until <= now ? { ...each, dropped: true } : each))
  if (options.some(({ dropped }) => !dropped)) {
    const shorter = { ...session, offer: { ...offer, options } }
    const detail = { offer: offer.id }
    return {
      ...NO_CHANGE,
      sessions: [step(session, shorter, { code: 'time-dropped', at: now, by: CLOCK, detail })],
    }
  }

  const after = { ...session, offer: { ...offer, status: 'expired' as const } }
  return {
    ...NO_CHANGE,
    sessions: [
      step(session, after, { code: 'offer-expired', at: now, by: CLOCK, detail: { offer: offer.id } }),
    ],
  }
}
