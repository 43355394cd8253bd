import type { SessionId } from '../../domain/ids.ts'
import { decideAskForOutcome } from '../../domain/session/ask-for-outcome.ts'
import type { Platform } from '../../platform.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** Mails the mentor the links to log the session. */
export async function askForOutcome(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  return changeByClock(platform, sessionId, 'ask-for-outcome', decideAskForOutcome)
}
