import type { Decision } from '../decision.ts'
import { notBeforeMorning } from '../letter/quiet-hours.ts'
import type { Instant } from '../time/time.ts'

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
