import type { SessionId } from '../../domain/ids.ts'
import { decideBrief } from '../../domain/session/brief.ts'
import type { Platform } from '../../platform.ts'
import type { ClockAnswer } from '../clock/answer.ts'
import { changeByClock } from './change.ts'

/** The day before, once for each date and mentor. */
export async function briefMentor(platform: Platform, sessionId: SessionId): Promise<ClockAnswer> {
  return changeByClock(platform, sessionId, 'brief', decideBrief)
}
