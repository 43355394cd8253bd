import { changeWith } from '../actions/change.ts'
import { NOTHING } from '../domain/decision.ts'
import { ASKED_AFTER, decideOutcomeRequest } from '../domain/logging.ts'
import { accept } from '../domain/result.ts'
import { before } from '../domain/time.ts'
import type { Platform } from '../platform.ts'
import { listUnasked } from '../storage/due.ts'

/** Five minutes past the end the mentor gets his four links. Answers how many. */
export async function askForOutcomes(platform: Platform): Promise<number> {
  const due = await listUnasked(platform.db, before(platform.now(), ASKED_AFTER))
  for (const sessionId of due)
    await changeWith(platform, sessionId, (situation) => accept(decideOutcomeRequest(situation) ?? NOTHING))
  return due.length
}
