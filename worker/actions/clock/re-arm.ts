import type { SQL } from 'drizzle-orm'

import type { Armed, TimerSubject } from '../../domain/clock/timer.ts'
import {
  timersOfPairing,
  timersOfPerson,
  timersOfProgramme,
  timersOfSession,
} from '../../domain/clock/timers-of.ts'
import { isOfKind, type PairingId, type SessionId } from '../../domain/ids.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findDuties, listTimedSessions } from '../../storage/clock/duties.ts'
import {
  armStatements,
  type Claimed,
  endTimer,
  isAsOwed,
  listTimers,
  repairStatements,
} from '../../storage/clock/timers.ts'
import { isPairingAt, isSessionAt } from '../../storage/clock/unchanged.ts'
import { findProgramme } from '../../storage/programme/programme.ts'
import { findSessionSituation, findSituation } from '../../storage/situation.ts'
import { type ClockAnswer, NOTHING_NEW } from './answer.ts'

/** What is owed for a subject, and a condition that holds while that is true. */
type Owed = { readonly armed: Armed; readonly guard?: SQL }

/** Something that timers are made from has changed: makes them anew; what was put off is asked at its hour again. */
export async function reArm(platform: Platform, claimed: Claimed): Promise<ClockAnswer> {
  const { db } = platform
  const owed = await owedFor(platform, claimed.subject)
  await inOneBatch(db, [
    ...owed.flatMap(({ armed, guard }) => armStatements(db, [armed], guard)),
    endTimer(db, claimed),
  ])
  return NOTHING_NEW
}

/** Makes the timers of one subject anew, whatever was stored. */
export async function armAnew(platform: Platform, subject: TimerSubject): Promise<void> {
  const owed = await owedFor(platform, subject)
  await inOneBatch(
    platform.db,
    owed.flatMap(({ armed, guard }) => armStatements(platform.db, [armed], guard)),
  )
}

/** Each night: makes right what is not as it should be, and counts it. What was put off stays put off. */
export async function repairTimers(platform: Platform, claimed: Claimed): Promise<ClockAnswer> {
  const { db } = platform
  const wrong = await findWrong(platform, claimed.subject)
  await inOneBatch(db, [
    ...wrong.flatMap(({ armed, guard }) => repairStatements(db, armed, guard)),
    endTimer(db, claimed),
  ])
  return { kind: 'done', count: wrong.length }
}

/** What is owed for a subject, and for a pairing's sessions, and is not stored so. */
export async function findWrong(platform: Platform, subject: TimerSubject): Promise<readonly Owed[]> {
  const owed = await owedFor(platform, subject)
  const stored = await listTimers(
    platform.db,
    owed.map(({ armed }) => armed.subject),
  )
  return owed.filter(({ armed }) => !isAsOwed(armed, stored))
}

async function owedFor(platform: Platform, subject: TimerSubject): Promise<readonly Owed[]> {
  const { db } = platform
  if (isOfKind('pai', subject)) return owedForPairing(platform, subject)
  if (isOfKind('ses', subject)) return [await owedForSession(platform, subject)]
  if (isOfKind('per', subject)) return [{ armed: timersOfPerson(await findDuties(db, subject)) }]
  if (!isOfKind('prg', subject)) return []
  const programme = await findProgramme(db, subject)
  return [{ armed: programme ? timersOfProgramme(programme) : { subject, timers: [] } }]
}

async function owedForPairing(platform: Platform, id: PairingId): Promise<readonly Owed[]> {
  const [situation, sessionIds] = await Promise.all([
    findSituation(platform, id),
    listTimedSessions(platform.db, id),
  ])
  const sessions = await Promise.all(sessionIds.map((each) => owedForSession(platform, each)))
  const own: Owed = situation
    ? { armed: timersOfPairing(situation), guard: isPairingAt(situation) }
    : { armed: { subject: id, timers: [] } }
  return [own, ...sessions]
}

async function owedForSession(platform: Platform, id: SessionId): Promise<Owed> {
  const situation = await findSessionSituation(platform, id)
  return situation
    ? { armed: timersOfSession(situation), guard: isSessionAt(id, situation.session.version) }
    : { armed: { subject: id, timers: [] } }
}
