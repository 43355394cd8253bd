import type { Place } from '../pairing/pairing.ts'
import { isNameless } from '../people/permission.ts'
import type { Refusal } from '../refusals.ts'
import type { Situation } from '../situation.ts'
import { lintOutward } from './discretion.ts'
import { textOfPlace, whyIndiscreet } from './outward-texts.ts'

/** Whose place it is. */
export type Meeting = {
  readonly programme: { readonly policy: Situation['programme']['policy'] }
  readonly executive: Pick<Situation['executive'], 'blockers' | 'rules'>
  readonly mentor: Pick<Situation['mentor'], 'name'>
}

/**
 * Why a place cannot stand in calendars and mails: it names a mentor who is hidden, which no reason makes right, or a word
 * says what the hour is for.
 */
export function whyNotPlace(
  place: Place | null | undefined,
  { programme: { policy }, executive, mentor }: Meeting,
): Refusal | null {
  const text = textOfPlace(place)
  if (text === null) return null
  const hiddenNames = isNameless(executive) ? [mentor.name] : []
  const found = lintOutward({ location: text }, { ...policy, hiddenNames })
  const named = found.find(({ kind }) => kind === 'hidden-name')
  return named ? { reason: 'words-not-neutral', word: named.word } : whyIndiscreet({ place: text }, policy)
}
