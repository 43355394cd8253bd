import { type By, type Decision, readingsOf } from '../decision.ts'
import type { FormatId, SessionId } from '../ids.ts'
import { whyNotPlace } from '../letter/outward-place.ts'
import { placeChosen } from '../pairing/meeting-link.ts'
import type { Place } from '../pairing/pairing.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Situation } from '../situation.ts'
import { type Diary, isOverridden } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { slotAt } from '../slot/slot.ts'
import type { Instant } from '../time/time.ts'
import { roundSettingFor } from './choose-format.ts'
import { decideFix } from './fix.ts'
import { newRound } from './round.ts'

export type BookingWish = {
  /** The id for a new session, if none is open. */
  readonly sessionId: SessionId
  readonly start: Instant
  readonly minutes: number | null
  /** The format; absent: the one chosen before, or the next in turn. */
  readonly formatId?: FormatId | null
  readonly place?: Place | null
  /** The reason a human wrote for overriding a soft refusal. A hard one cannot be overridden. */
  readonly reason: string | null
}

/** Books a time without an offer, or in place of an open one. */
export function decideBooking(
  situation: Situation,
  diary: Diary,
  wish: BookingWish,
  by: By,
): Result<Decision, Refusal> {
  const { pairing, session } = situation
  if (pairing.status === 'paused' || pairing.status === 'ended')
    return refuse({ reason: 'pairing-closed', status: pairing.status })
  if (session?.status === 'fixed' && session.time)
    return refuse({ reason: 'already-fixed', start: session.time.start })
  const line = whyInLine(situation, by)
  if (line) return refuse(line)

  const setting = roundSettingFor(situation, wish)
  if (!setting.ok) return setting
  const { minutes, formatId } = setting.value

  const time = slotAt(wish.start, minutes)
  const refusal = whyNot(time, diary, session ? { ignoring: session.id } : {})
  if (refusal && !isOverridden(refusal, wish.reason)) return refuse(refusal)
  const indiscreet = whyNotPlace(wish.place, situation)
  if (indiscreet) return refuse(indiscreet)

  const chosen = wish.place ? placeChosen(situation, wish.place, time) : accept(null)
  if (!chosen.ok) return chosen

  const round = session ?? newRound(situation, wish.sessionId, minutes)
  const booked = { ...round, minutes, formatId, place: chosen.value ?? round.place }
  return accept({
    ...decideFix({ ...situation, session: booked }, time, {
      happening: { code: 'booked', detail: { ...time, ...(refusal && { against: refusal.reason }) } },
      by,
      before: session,
    }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}
