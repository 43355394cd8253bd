import type { TimeAsked } from '../../../../web/pages/manager/mail/asked-time.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { isHard } from '../../../domain/slot/diary.ts'
import { whyNot } from '../../../domain/slot/judge.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { wallText } from '../../../domain/time/days.ts'
import type { Instant } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { readForDecision } from '../../../storage/read-for-decision.ts'
import { aboutSession } from '../../../storage/situation.ts'
import { namesIn } from '../../names.ts'

/** A time that a mail asks for, at the session's length, with what the judge says of it now. */
export async function askedTimeOf(
  platform: Platform,
  { session, ...situation }: SessionSituation,
  start: Instant,
  frame: PageFrame,
): Promise<TimeAsked | null> {
  const time = slotAt(start, session.minutes)
  if (session.time?.start === time.start && session.time.end === time.end) return null
  const { diary } = await readForDecision(platform, aboutSession(session.id), { around: time })
  const refusal = diary && whyNot(time, diary, { ignoring: session.id })
  const [date = '', clock = ''] = wallText(frame.zone, start).split('T')
  return {
    time,
    date,
    clock,
    refusal: refusal && sentenceOf(refusal, frame, namesIn({ session, ...situation })),
    takes: refusal === null ? 'at-once' : isHard(refusal) ? 'never' : 'with-reason',
  }
}
