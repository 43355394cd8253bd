import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { PairingId, ProgrammeId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { accept, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import { decidePairing } from './make.ts'
import type { Cast } from './measure.ts'
import type { Pair, Proposal } from './proposal.ts'

export type AcceptWish = {
  readonly id: string
  readonly programmeId: ProgrammeId
  /** Those that were ticked; null: the whole best set. */
  readonly pairs: readonly Pair[] | null
  /** How many pairs the confirming page has shown. */
  readonly count: number
  /** The hash of the best set that it has shown; null for those that were ticked. */
  readonly shown: string | null
}

/** One text for one set of pairs, to be compared with what a page has shown. */
export function textOfPairs(pairs: readonly Pair[]): string {
  return pairs
    .map(({ executiveId, mentorId }) => `${executiveId}~${mentorId}`)
    .toSorted()
    .join(' ')
}

/** Proposes all these pairings, or none: the first pair that cannot be refuses all. Nobody is told of any. */
export function decideAcceptance(
  { programmeId }: Pick<AcceptWish, 'programmeId'>,
  cast: Cast,
  { pairs, cellOf }: Proposal,
  { newId, at, by }: { readonly newId: () => PairingId; readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const mentors = new Map(cast.mentors.map((each) => [each.person.id, each]))
  const executives = new Map(cast.executives.map((each) => [each.person.id, each]))
  const made: Decision['pairings'][number][] = []
  for (const pair of pairs) {
    const cell = cellOf(pair)
    const wish = { id: newId(), programmeId, ...pair, kind: cell?.kind ?? 'mentoring', place: null } as const
    const living = cast.pairings.find(
      ({ mentorId, executiveId, status }) =>
        mentorId === pair.mentorId && executiveId === pair.executiveId && status !== 'ended',
    )
    const reading = {
      mentor: mentors.get(pair.mentorId) ?? null,
      executive: executives.get(pair.executiveId) ?? null,
      living: living ?? null,
    }
    const decided = decidePairing(wish, reading, { at, by })
    if (!decided.ok) return decided
    made.push(...decided.value.pairings)
  }
  return accept({ ...NO_CHANGE, pairings: made })
}
