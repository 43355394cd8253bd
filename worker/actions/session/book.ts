import type { By } from '../../domain/decision.ts'
import type { PairingId, SessionId } from '../../domain/ids.ts'
import { SESSION_MINUTES } from '../../domain/limits.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { type BookingWish, decideBooking } from '../../domain/session/book.ts'
import type { Session } from '../../domain/session/session.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Platform } from '../../platform.ts'
import { readForDecision } from '../../storage/read-for-decision.ts'
import { findSession } from '../../storage/session/session.ts'
import { aboutPairing } from '../../storage/situation.ts'
import { createIdempotently, isInReach } from '../write.ts'
import { fromSession, whyNotChange } from './change.ts'

export type BookingRequest = Omit<BookingWish, 'sessionId'> & {
  readonly id: SessionId
  readonly pairingId: PairingId
}

/** Books a time without an offer. If a round is open, it gets that time. */
export async function bookSession(
  platform: Platform,
  wish: BookingRequest,
  by: By,
): Promise<Result<Session, Refusal>> {
  const { db } = platform
  const around = slotAt(wish.start, wish.minutes ?? SESSION_MINUTES.most)
  return createIdempotently(platform, wish, {
    read: (key) => readForDecision(platform, aboutPairing(wish.pairingId), { key, around }),
    mayAsk: ({ situation }) => isInReach(situation, by),
    findExisting: (earlierSession) => findSession(db, earlierSession ?? wish.id),
    decide: ({ situation, diary }) => {
      if (!situation || !diary) return refuse({ reason: 'not-found' })
      const decision = () => decideBooking(situation, diary, { ...wish, sessionId: wish.id }, by)
      return whyNotChange(situation, by) ?? fromSession(decision(), situation, by)
    },
  })
}
