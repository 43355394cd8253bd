import type { By } from '../../domain/decision.ts'
import type { FormatId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import { decideFormatChoice } from '../../domain/session/choose-format.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { changeSessionWith } from './change.ts'

/** Chooses the format of this session; null means the next one in turn. */
export async function chooseFormat(
  platform: Platform,
  sessionId: SessionId,
  formatId: FormatId | null,
  by: By,
): Promise<Result<Session, Refusal>> {
  return changeSessionWith(platform, sessionId, by, (situation) =>
    decideFormatChoice(situation, formatId, by),
  )
}
