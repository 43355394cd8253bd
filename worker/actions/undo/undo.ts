import type { ByPerson } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import type { SessionSituation } from '../../domain/situation.ts'
import { decideUndo } from '../../domain/undo/undo.ts'
import type { Undoable } from '../../domain/undo/undoable.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findPerson } from '../../storage/people/person.ts'
import { findUndo, sendNowStatements } from '../../storage/undo/undo.ts'
import { changeSessionWith } from '../session/change.ts'

/** Takes back the press that left this version of the session, while nobody has heard of it. */
export async function undoPress(
  platform: Platform,
  sessionId: SessionId,
  version: number,
  { pressedBy: _, pressedAt: _at, ...by }: ByPerson,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) => {
    const reading = await findUndo(platform.db, sessionId, version)
    const mentor = await mentorBefore(platform, situation, reading.undoable)
    return mentor ? decideUndo(situation, reading, by, mentor) : refuse({ reason: 'not-found' })
  })
}

/** Whose session it was before the press. */
async function mentorBefore(
  { db }: Platform,
  { mentor, ownMentor, programme }: SessionSituation,
  undoable: Undoable | null,
): Promise<Person | null> {
  const id = undoable?.before.session?.mentorId ?? mentor.id
  return [mentor, ownMentor].find((each) => each.id === id) ?? findPerson(db, id, programme.id)
}

/** Lets the letters of a press leave without waiting for its minute. */
export async function sendNow(
  platform: Platform,
  sessionId: SessionId,
  version: number,
): Promise<Result<Undoable | null, Refusal>> {
  const { undoable } = await findUndo(platform.db, sessionId, version)
  if (!undoable) return refuse({ reason: 'undo-over' })
  const written = await inOneBatch(platform.db, sendNowStatements(platform.db, undoable, platform.now()))
  return written.ok ? accept(undoable) : written
}
