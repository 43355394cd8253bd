import type { By } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { type Attendance, decideAttendance } from '../../domain/session/attendance.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** The mentor says that he is late, that he waits, or that the executive has come. */
export async function sayAttendance(
  platform: Platform,
  sessionId: SessionId,
  attendance: Attendance,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) =>
    decideAttendance(situation, attendance, by),
  )
}
