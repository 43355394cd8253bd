import type { PersonId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../../domain/session/session.ts'
import { decideUndoAnswer } from '../../domain/session/undo-answer.ts'
import type { Platform } from '../../platform.ts'
import { listHistory } from '../../storage/session/history.ts'
import { changeSessionWith } from './change.ts'

/** Takes back an answer that somebody else gave for this person. */
export async function undoAnswer(
  platform: Platform,
  sessionId: SessionId,
  personId: PersonId,
  by: { readonly id: PersonId; readonly door: 'link' | 'manager' },
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, async (situation) =>
    decideUndoAnswer(situation, personId, await listHistory(platform.db, sessionId), by),
  )
}
