import type { ByPerson } from '../../domain/decision.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusals.ts'
import type { Result } from '../../domain/result.ts'
import {
  decideFirstMeeting,
  type FirstMeetingForm,
  turnsBlockers,
} from '../../domain/session/first-meeting.ts'
import type { Session } from '../../domain/session/session.ts'
import type { Platform } from '../../platform.ts'
import { askAllAnew } from '../offer/ask-anew.ts'
import { changeSessionWith } from './change.ts'

/** Notes what the two settled at their first meeting. Who answers for the executive may be another one afterwards. */
export async function settleFirstMeeting(
  platform: Platform,
  sessionId: SessionId,
  form: FirstMeetingForm,
  by: ByPerson,
): Promise<Result<Session, Refusal>> {
  const noted = await changeSessionWith(platform, sessionId, by, (situation) =>
    decideFirstMeeting(situation, form, by),
  )
  if (noted.ok && turnsBlockers(form)) await askAllAnew(platform, noted.value.executiveId, by)
  return noted
}
