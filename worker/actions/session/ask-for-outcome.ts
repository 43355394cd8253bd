import type { SessionId } from '../../domain/ids.ts'
import { decideAskForOutcome } from '../../domain/session/ask-for-outcome.ts'
import type { Platform } from '../../platform.ts'
import { changeByClock } from './change.ts'

/** Mails the mentor the links to log the session. True if he was asked. */
export async function askForOutcome(platform: Platform, sessionId: SessionId): Promise<boolean> {
  return changeByClock(platform, sessionId, decideAskForOutcome)
}
