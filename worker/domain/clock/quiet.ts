import type { Decision, Outgoing } from '../decision.ts'
import { notBeforeMorning, waitsAtNight } from '../letter/quiet-hours.ts'
import type { Instant } from '../time/time.ts'

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
