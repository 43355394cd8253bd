import type { By } from '../../domain/decision.ts'
import type { PairingId, SessionId } from '../../domain/ids.ts'
import { minutesOf } from '../../domain/path/length.ts'
import { whyClosed } from '../../domain/programme/close.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { type BookingWish, decideBooking } from '../../domain/session/book.ts'
import type { Session } from '../../domain/session/session.ts'
import { slotAt } from '../../domain/slot/slot.ts'
import type { Platform } from '../../platform.ts'
import { findSession } from '../../storage/session/session.ts'
import { findSituation } from '../../storage/situation.ts'
import { findDiary } from '../../storage/slot/diary.ts'
import { once } from '../once.ts'

export type BookingRequest = Omit<BookingWish, 'sessionId'> & {
  readonly id: SessionId
  readonly pairingId: PairingId
}

/** Books a time without an offer; over an open round it is that round's time. */
export async function bookSession(
  platform: Platform,
  wish: BookingRequest,
  by: By,
): Promise<Result<Session, Refusal>> {
  return once(platform, wish, {
    again: () => findSession(platform.db, wish.id),
    decide: async () => {
      const situation = await findSituation(platform, wish.pairingId)
      if (!situation) return refuse({ reason: 'not-found' })
      const closed = whyClosed(situation.programme)
      if (closed) return refuse(closed)
      const around = slotAt(wish.start, minutesOf(situation, wish.minutes))
      const diary = await findDiary(platform, situation, around)
      return decideBooking(situation, diary, { ...wish, sessionId: wish.id }, by)
    },
  })
}
