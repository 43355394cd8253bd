import type { SessionId } from '../../domain/ids.ts'
import { decideNudge } from '../../domain/session/nudge.ts'
import type { Platform } from '../../platform.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** Half-way to the next session, once for each commitment. */
export async function nudgeExecutive(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  return changeByClock(platform, sessionId, 'nudge', decideNudge)
}
