import type { Picking } from '../../../../web/pages/manager/pairing/pairings-data.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageWords } from '../../../../web/words/pages/en.ts'
import { MAX_LISTED_CHOICES, RESULTS_PER_KIND } from '../../../domain/limits.ts'
import { named } from '../../../domain/search/named.ts'
import type { Member } from '../../../storage/people/membership.ts'
import type { FormFields } from '../../forms/field-reader.ts'

export type Side = 'executive' | 'mentor'

/** Somebody chosen from a list, or by a part of the name where the list would be long; null: nobody, or not one. */
export function pickedIn(fields: FormFields, side: Side, people: readonly Member[]): string | null {
  const { id, typed, of } = typedIn(fields, side)
  if (id !== '' && (typed === '' || typed === of)) return id
  const [first, ...others] = named(typed, people)
  return first && others.length === 0 ? first.id : null
}

/** What is wrong with a choice that is none. */
export function pickError(
  fields: FormFields,
  side: Side,
  people: readonly Member[],
  words: PageWords['pairings'],
): FieldError {
  const { typed } = typedIn(fields, side)
  const { length } = named(typed, people)
  if (typed === '') return { field: fieldOf(side, people), message: words.choosePerson[side] }
  return length === 0
    ? { field: side, message: words.pick.nobody(typed) }
    : { field: side, message: length > RESULTS_PER_KIND ? words.pick.many(length) : words.pick.several }
}

/** All of a short list; of a long one those whom the words mean, or the one that a link chose. */
export function pickOf(fields: FormFields, side: Side, people: readonly Member[]): Picking {
  const all = people.length
  if (all <= MAX_LISTED_CHOICES) return { all, typed: null, options: people }
  const { id, typed, of } = typedIn(fields, side)
  const chosen = people.filter((each) => each.id === id)
  if (chosen[0] && (typed === '' || typed === of)) return { all, typed: chosen[0].name, options: chosen }
  return { all, typed, options: named(typed, people).slice(0, RESULTS_PER_KIND) }
}

function typedIn(fields: FormFields, side: Side) {
  const { [`${side}Id`]: id = '', [side]: typed = '', [`${side}Of`]: of = '' } = fields
  return { id, typed: typed.trim(), of: of.trim() }
}

function fieldOf(side: Side, people: readonly Member[]): string {
  return people.length <= MAX_LISTED_CHOICES ? `${side}Id` : side
}
