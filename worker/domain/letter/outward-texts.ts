import type { Place } from '../pairing/pairing.ts'
import type { Policy } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { lintOutward } from './discretion.ts'
import { OUTWARD_FIELDS, OUTWARD_TEXTS, type OutwardField, type OutwardWord } from './outward-fields.ts'

export type Typed = Readonly<Partial<Record<OutwardField, string | readonly string[] | null | undefined>>>

type Rules = Pick<Policy, 'forbiddenWords' | 'allowedWords'>

/** Words that only one field must not have. */
type OfField = { readonly ofField?: Readonly<Partial<Record<OutwardField, readonly string[]>>> }

/** What in the typed texts would say what the hour is for. Whoever says why it is right has the words allowed first. */
export function whyIndiscreet(
  typed: Typed,
  { forbiddenWords, allowedWords, ofField = {} }: Rules & OfField,
): Refusal | null {
  const found = OUTWARD_FIELDS.flatMap((field) => {
    const forbidden = [...forbiddenWords, ...(ofField[field] ?? [])]
    const rules = { forbiddenWords: forbidden, allowedWords, hiddenNames: [] }
    return [typed[field] ?? []]
      .flat()
      .flatMap((text) => lintOutward({ [OUTWARD_TEXTS[field]]: text }, rules))
      .map(({ word }) => ({ field, word }))
  })
  return found.length > 0 ? { reason: 'outward-words', found } : null
}

/** Words that a list lets through which did not before. Case does not count. */
function newlyAllowed(before: readonly string[], after: readonly string[]): readonly OutwardWord[] {
  const known = new Set(before.map((word) => word.toLowerCase()))
  return after
    .filter((word) => !known.has(word.toLowerCase()))
    .map((word) => ({ field: 'policy.allowedWords', word }))
}

/** The same, with the words that its own list would let through from now on. Both ask for a reason. */
export function indiscreetOrAllowing(
  typed: Typed,
  { before, policy }: { readonly before: readonly string[]; readonly policy: Rules },
): Refusal | null {
  const indiscreet = whyIndiscreet(typed, policy)
  const inTexts = indiscreet?.reason === 'outward-words' ? indiscreet.found : []
  const found = [...inTexts, ...newlyAllowed(before, policy.allowedWords)]
  return found.length > 0 ? { reason: 'outward-words', found } : null
}

/** What an event says of a place. */
export function textOfPlace(place: Place | null | undefined): string | null {
  if (!place) return null
  return place.kind === 'room' ? place.room : place.kind === 'link' ? place.url : null
}

/** The list of what a programme allows, with these words; each once. */
export function withAllowed(allowed: readonly string[], found: readonly OutwardWord[]): readonly string[] {
  const known = new Set(allowed.map((word) => word.toLowerCase()))
  const added = new Set(found.map(({ word }) => word.toLowerCase()).filter((word) => !known.has(word)))
  return [...allowed, ...added]
}
