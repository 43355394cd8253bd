import type { Decision, Outgoing } from '../decision.ts'
import { notBeforeMorning, waitsAtNight } from '../letter/quiet-hours.ts'
import type { Session } from '../session/session.ts'
import { after, HOUR, type Instant } from '../time/time.ts'
import type { TimerKind } from './timer.ts'

/**
 * Keeps the letters of a decision that nobody has just brought about until the morning of their readers, now and whenever
 * they are tried again. `startsAt` is the session they are about.
 */
export function inQuiet(decision: Decision, now: Instant, startsAt: Instant | null): Decision {
  return { ...decision, letters: decision.letters.map((each) => quiet(each, now, startsAt)) }
}

function quiet(outgoing: Outgoing, now: Instant, startsAt: Instant | null): Outgoing {
  const { letter } = outgoing
  if (!waitsAtNight(letter)) return { ...outgoing, dueAt: now }
  const dueAt = notBeforeMorning(letter, now, ...(letter.kind === 'own' ? [startsAt] : []))
  return { ...outgoing, dueAt, isQuiet: true }
}

/** For so long what the clock does counts as brought about by an answer. */
const JUST_MS = HOUR

/** Whether an answer of a person has just brought about what the clock does: a decline, or “none of these”. */
export function followsAnswer(kind: TimerKind, { offer }: Pick<Session, 'offer'>, now: Instant): boolean {
  if (kind === 'bump') return true
  const answered = kind === 're-offer' && offer?.status === 'none' ? offer.answer : null
  return answered !== null && answered !== undefined && after(answered.at, JUST_MS) > now
}
