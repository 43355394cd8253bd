import { indiscreetIn, lookInMail } from '../letter/write.ts'
import type { Refusal } from '../refusals.ts'
import { askedOf, type Situation } from '../situation.ts'

/** Why the manager's own words cannot go: the first mail has gone before, or one of them says what the hour is for. */
export function whyNotWords(situation: Situation, words: string): Refusal | null {
  if (!situation.firstContact) return { reason: 'not-first-contact' }
  const word = indiscreetIn(words, situation, lookInMail(situation, askedOf(situation)))
  return word === null ? null : { reason: 'words-not-neutral', word }
}
