import type { PersonId } from '../ids.ts'
import { bestOf } from './best-set.ts'
import { type Cast, type Measured, measure } from './measure.ts'
import { cellOf, type SuggestionCell } from './suggestion-cell.ts'

export type Pair = { readonly mentorId: PersonId; readonly executiveId: PersonId }

/** Pairs to be accepted together. */
export type Proposal = {
  /** In the order of the executives. */
  readonly pairs: readonly Pair[]
  /** Null for somebody who is no mentor, or no executive, of the cast. */
  readonly cellOf: (pair: Pair) => SuggestionCell | null
  /** Those that would refuse all: paired meanwhile, in one reporting line, or not here. */
  readonly impossible: readonly Pair[]
  /** Executives who would have several mentors. */
  readonly shared: readonly { readonly executiveId: PersonId; readonly mentors: number }[]
  /** Mentors who would have more pairings than their hours and limits allow. */
  readonly overfull: readonly {
    readonly mentorId: PersonId
    readonly pairings: number
    readonly most: number
  }[]
}

/** The best set for all who have no mentor, or the pairs that were chosen, with what speaks for and against each. */
export function proposalOf(cast: Cast, chosen: readonly Pair[] | null): Proposal {
  const measured = measure(cast)
  const best = bestOf(measured)
  const mentors = new Map(cast.mentors.map((each) => [each.person.id, each]))
  const executives = new Map(cast.executives.map((each) => [each.person.id, each]))
  const pairs = chosen ?? Array.from(best, ([executiveId, mentorId]) => ({ executiveId, mentorId }))
  const cellOfPair = ({ mentorId, executiveId }: Pair) => {
    const [mentor, executive] = [mentors.get(mentorId), executives.get(executiveId)]
    if (!mentor || !executive) return null
    const isSuggested = best.get(executiveId) === mentorId
    return { ...cellOf(mentor, executive, measured), isSuggested }
  }
  const impossible = pairs.filter((pair) => isRefused(cellOfPair(pair)))
  const possible = pairs.filter((pair) => !impossible.includes(pair))
  return {
    pairs,
    cellOf: cellOfPair,
    impossible,
    shared: sharedAmong(possible, measured),
    overfull: overfullBy(possible, measured),
  }
}

/** As `decidePairing` would: without hours in common, or beyond what a mentor can, two may still be paired. */
function isRefused(cell: SuggestionCell | null): boolean {
  const code = cell?.blocked?.code
  return cell === null || code === 'paired' || code === 'reporting-line' || code === 'same-person'
}

function sharedAmong(pairs: readonly Pair[], { pairings }: Measured): Proposal['shared'] {
  const before = Map.groupBy(pairings, ({ executiveId }) => executiveId)
  const more = Map.groupBy(pairs, ({ executiveId }) => executiveId)
  return Array.from(more, ([executiveId, { length }]) => ({
    executiveId,
    mentors: length + (before.get(executiveId)?.length ?? 0),
  })).filter(({ mentors }) => mentors > 1)
}

function overfullBy(pairs: readonly Pair[], { loadOf }: Measured): Proposal['overfull'] {
  const more = Map.groupBy(pairs, ({ mentorId }) => mentorId)
  return Array.from(more, ([mentorId, { length }]) => {
    const { pairings, most } = loadOf(mentorId)
    return { mentorId, pairings: pairings + length, most }
  }).filter(({ pairings, most }) => pairings > most)
}
