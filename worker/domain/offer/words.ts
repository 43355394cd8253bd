import { findingsIn, lookInMail } from '../letter/write.ts'
import type { Refusal } from '../refusals.ts'
import { askedOf, type Situation } from '../situation.ts'

/**
 * Why the manager's own words cannot go: the first mail has gone before; they name somebody who is hidden, which no
 * reason makes right; or one of them says what the hour is for.
 */
export function whyNotWords(situation: Situation, words: string): Refusal | null {
  if (!situation.firstContact) return { reason: 'not-first-contact' }
  const found = findingsIn(words, situation, lookInMail(situation, askedOf(situation)))
  const named = found.find(({ kind }) => kind === 'hidden-name')
  if (named) return { reason: 'words-not-neutral', word: named.word }
  return found.length > 0
    ? { reason: 'outward-words', found: found.map(({ word }) => ({ field: 'words', word })) }
    : null
}
