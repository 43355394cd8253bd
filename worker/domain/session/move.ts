import { type By, type Decision, NO_CHANGE, readingsOf } from '../decision.ts'
import { whyInLine } from '../pairing/reporting-line.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { isExecutiveSide, type SessionSituation } from '../situation.ts'
import { type Diary, isOverridden } from '../slot/diary.ts'
import { whyNot } from '../slot/judge.ts'
import { slotAt } from '../slot/slot.ts'
import type { Instant } from '../time/time.ts'
import { decideFix } from './fix.ts'

export type MoveWish = {
  readonly start: Instant
  readonly minutes: number | null
  readonly reason: string | null
}

/** Same UID, SEQUENCE+1 for both (RFC 5546 §3.2.2.1). The session's own claims do not block it. */
export function decideMove(
  situation: SessionSituation,
  diary: Diary,
  wish: MoveWish,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  if (session.status !== 'fixed' || !session.time) return refuse({ reason: 'not-fixed' })
  if (session.time.end <= now) return refuse({ reason: 'already-over', end: session.time.end })

  const minutes = wish.minutes ?? session.minutes
  const time = slotAt(wish.start, minutes)
  if (time.start === session.time.start && time.end === session.time.end) return accept(NO_CHANGE)
  const line = whyInLine(situation, by)
  if (line) return refuse(line)

  const refusal = whyNot(time, diary, { ignoring: session.id })
  if (refusal && !isOverridden(refusal, wish.reason)) return refuse(refusal)

  // A fixed time that the executive's side gives up is a bump, whether by a decline or by a move.
  const bumps = session.bumps + (isExecutiveSide(situation, by.id) ? 1 : 0)
  const moved = { ...situation, session: { ...session, minutes, bumps } }
  return accept({
    ...decideFix(moved, time, {
      happening: { code: 'moved', detail: { ...time, ...(refusal && { against: refusal.reason }) } },
      by,
      before: session,
    }),
    diaries: readingsOf(diary),
    reason: refusal ? wish.reason : null,
  })
}
