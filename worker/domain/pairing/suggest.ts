import type { PersonId } from '../ids.ts'
import { bestOf, rankMentors } from './best-set.ts'
import { type Cast, measure } from './measure.ts'
import { cellOf, type SuggestionCell } from './suggestion-cell.ts'

/** The mentors of one executive, best first: the suggested one, those who are possible, then those who are not. */
export type SuggestionRow = {
  readonly executiveId: PersonId
  readonly cells: readonly SuggestionCell[]
  /** How many mentors there are beside these. */
  readonly others: number
}

export type Suggested = {
  /** In the order that was asked for. */
  readonly rows: readonly SuggestionRow[]
  /** How many pairs the best set has, of all executives. */
  readonly suggested: number
}

/**
 * The best mentors of some executives, with reasons. What is suggested is the best set for all who have none, whoever is
 * shown: points are counted for every pair, words are made only for those that are asked for.
 */
export function suggestPairs(
  cast: Cast,
  { executives, most }: { readonly executives: readonly PersonId[]; readonly most: number },
): Suggested {
  const measured = measure(cast)
  const suggested = bestOf(measured)
  const byId = new Map(cast.executives.map((each) => [each.person.id, each]))
  const rows = executives
    .flatMap((id) => byId.get(id) ?? [])
    .map((executive) => {
      const executiveId = executive.person.id
      const ranked = rankMentors(executive, suggested.get(executiveId) ?? null, measured)
      const cells = ranked.slice(0, most).map((mentor) => ({
        ...cellOf(mentor, executive, measured),
        isSuggested: mentor.person.id === suggested.get(executiveId),
      }))
      return { executiveId, cells, others: ranked.length - cells.length }
    })
  return { rows, suggested: suggested.size }
}

/** The executives who have no mentor yet. */
export function withoutMentor({ executives, pairings }: Cast): Cast['executives'] {
  const taken = new Set(
    pairings.flatMap(({ executiveId, status }) => (status === 'ended' ? [] : [executiveId])),
  )
  return executives.filter(({ person }) => !taken.has(person.id))
}
