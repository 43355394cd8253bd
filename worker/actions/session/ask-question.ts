import type { PairingId, SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import { refuse, type Result } from '../../domain/result.ts'
import { decideQuestion } from '../../domain/session/ask-question.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { putQuestion } from '../../storage/session/question.ts'
import { findSituation } from '../../storage/situation.ts'

/** The executive writes one line for his mentor before they meet; empty words take it back. No event says what it says. */
export async function askQuestion(
  platform: Platform,
  pairingId: PairingId,
  words: string,
  /** The session that his page named; null: whichever comes next. */
  meant: SessionId | null = null,
): Promise<Result<null, Refusal>> {
  const { db } = platform
  const situation = await findSituation(platform, pairingId)
  if (!situation) return refuse({ reason: 'not-found' })
  const asked = decideQuestion(situation, words, meant)
  return asked.ok ? inOneBatch(db, await putQuestion(platform, asked.value, situation.now)) : asked
}
