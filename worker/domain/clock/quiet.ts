import type { Decision } from '../decision.ts'
import { notBeforeMorning } from '../letter/quiet-hours.ts'
import type { Session } from '../session/session.ts'
import { after, HOUR, type Instant } from '../time/time.ts'
import type { TimerKind } from './timer.ts'

/**
 * Keeps the letters of a decision that nobody has just brought about until the morning of their readers. `startsAt` is the
 * session they are about.
 */
export function inQuiet(decision: Decision, now: Instant, startsAt: Instant | null): Decision {
  return {
    ...decision,
    letters: decision.letters.map((each) => ({
      ...each,
      dueAt: notBeforeMorning(each.letter, now, ...(each.letter.kind === 'own' ? [startsAt] : [])),
    })),
  }
}

/** For so long what the clock does counts as brought about by an answer. */
const JUST_MS = HOUR

/** Whether an answer of a person has just brought about what the clock does: a decline, or “none of these”. */
export function followsAnswer(kind: TimerKind, { offer }: Pick<Session, 'offer'>, now: Instant): boolean {
  if (kind === 'bump') return true
  const answered = kind === 're-offer' && offer?.status === 'none' ? offer.answer : null
  return answered !== null && answered !== undefined && after(answered.at, JUST_MS) > now
}
