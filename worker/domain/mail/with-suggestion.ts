import type { OfferId } from '../ids.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import { readSuggestion } from './read-suggestion.ts'
import { textIn, wordsOfMail } from './received.ts'

type Arrival = Pick<Person, 'zone' | 'locale'> & {
  readonly at: Instant
  /** The latest offer of the session that it is probably about: the one that could be answered. */
  readonly offerId: OfferId | null
}

/**
 * A mail that waits, with what its words suggest. They are read once, when it comes in, so that Today only has to look. What
 * a server writes about a letter suggests nothing.
 */
export function withSuggestion<Reading extends object>(
  reading: Reading,
  { zone, locale, at, offerId }: Arrival,
): Reading | (Reading & { readonly suggestion: unknown }) {
  if (textIn(reading, 'class') === 'bounce') return reading
  const suggestion = readSuggestion(wordsOfMail(reading).text, { today: toWall(zone, at).day, locale })
  return suggestion ? { ...reading, suggestion: { ...suggestion, offerId } } : reading
}
