import { type By, CLOCK, NO_CHANGE } from '../../domain/decision.ts'
import type { PersonId, SessionId } from '../../domain/ids.ts'
import { decideAskAnew } from '../../domain/offer/ask-anew.ts'
import { accept } from '../../domain/result.ts'
import type { Platform } from '../../platform.ts'
import { listOffered, listUnloggedOf } from '../../storage/session/session.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock, changeSessionWith } from '../session/change.ts'

/** An assistant's days have come or gone: the open offer is asked of whoever answers now. */
export async function askAnew(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  return changeByClock(platform, sessionId, 'ask-anew', (situation) => decideAskAnew(situation, CLOCK))
}

/** The same at once for all offers of an executive, where a press has changed who answers for him. */
export async function askAllAnew(platform: Platform, executiveId: PersonId, by: By): Promise<void> {
  for (const sessionId of await listUnloggedOf(platform.db, executiveId, by.reach))
    await askAnewAtOnce(platform, sessionId, by)
}

/** Each is read and written by itself, and an invocation may ask the database a thousand things. */
const MOST_AT_ONCE = 40

/** The same for many executives: what is more than can be asked at once is asked by the clock, with its next tick. */
export async function askAnewOfMany(
  platform: Platform,
  executiveIds: readonly PersonId[],
  by: By,
): Promise<void> {
  if (executiveIds.length === 0) return
  for (const sessionId of await listOffered(platform.db, executiveIds, MOST_AT_ONCE))
    await askAnewAtOnce(platform, sessionId, by)
}

function askAnewAtOnce(platform: Platform, sessionId: SessionId, by: By) {
  return changeSessionWith(platform, sessionId, by, (situation) =>
    accept(decideAskAnew(situation, by) ?? NO_CHANGE),
  )
}
