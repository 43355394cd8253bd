import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { SessionEventCode } from '../events.ts'
import { LETTER_FIELDS } from '../letter/fields.ts'
import type { AttendanceLetter } from '../letter/letter.ts'
import { headingAt, lookInMail } from '../letter/write.ts'
import { seen } from '../people/fields.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { askedOf, type SessionSituation } from '../situation.ts'
import { step } from '../step.ts'
import { after, HOUR, type Instant, type Interval } from '../time/time.ts'
import type { Session } from './session.ts'

/** What a mentor reports on the day: he is late, he is waiting, or the executive has arrived after all. */
export type Attendance = 'late' | 'waiting' | 'arrived'

const CODES = {
  late: 'mentor-late',
  waiting: 'mentor-waiting',
  arrived: 'arrived',
} as const satisfies Readonly<Record<Attendance, SessionEventCode>>

/** Being late is no waiting, and does not end it. */
function waitingAfter({ waitingSince }: Session, attendance: Attendance, now: Instant): Instant | null {
  if (attendance === 'arrived') return null
  return attendance === 'waiting' ? (waitingSince ?? now) : waitingSince
}

/** The person who answers for the executive gets one neutral line; only once, even if the mentor presses again. */
export function decideAttendance(
  situation: SessionSituation,
  attendance: Attendance,
  by: By,
): Result<Decision, Refusal> {
  const { session, now } = situation
  const { time } = session
  if (session.status !== 'fixed' || !time) return refuse({ reason: 'not-fixed' })
  if (time.end <= now) return refuse({ reason: 'already-over', end: time.end })
  if (after(now, HOUR) < time.start || (attendance !== 'late' && now < time.start))
    return refuse({ reason: 'too-soon', earliest: time.start })

  const letter = attendanceLetter(situation, time, attendance === 'late' ? 'late' : 'expected')
  return accept({
    ...NO_CHANGE,
    sessions: [
      step(
        session,
        { ...session, waitingSince: waitingAfter(session, attendance, now) },
        { code: CODES[attendance], at: now, by, detail: {} },
      ),
    ],
    letters:
      attendance === 'arrived'
        ? []
        : [{ dedupeKey: `${attendance}:${session.id}:${time.start}`, letter, dueAt: now }],
  })
}

/** One neutral line to the person who answers for the executive. */
export function attendanceLetter(
  situation: SessionSituation,
  time: Interval,
  news: AttendanceLetter['news'],
): AttendanceLetter {
  const { session, executive } = situation
  const askedPerson = askedOf(situation)
  return seen<AttendanceLetter>(lookInMail(situation, askedPerson), LETTER_FIELDS.attendance, {
    ...headingAt(situation, askedPerson, time.start),
    kind: 'attendance',
    sessionId: session.id,
    news,
    executiveName: executive.name,
    toExecutive: askedPerson.id === executive.id,
    time,
    linkId: null,
  })
}
