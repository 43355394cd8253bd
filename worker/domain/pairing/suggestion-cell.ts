import type { PairingId, PersonId } from '../ids.ts'
import type { Locale } from '../people/person.ts'
import type { Day } from '../time/time.ts'
import { type PairingKind, usualKind } from './kind.ts'
import { type Candidate, whyNotPair } from './make.ts'
import type { Measured } from './measure.ts'
import { reportingBetween } from './reporting-line.ts'

/** A reason for a pair, with its evidence. */
export type SuggestionReason =
  | { readonly code: 'topics'; readonly topics: readonly string[] }
  | { readonly code: 'language'; readonly locale: Locale }
  | { readonly code: 'shared-hours'; readonly hours: number }
  /** How many pairings a mentor has; `most` if the mentor set a limit. */
  | { readonly code: 'room'; readonly pairings: number; readonly most: number | null }
  /** The mentor reports to the executive, so many steps below: far enough to be allowed. */
  | { readonly code: 'below'; readonly steps: number }
  /** The mentor's last day: the hours in common end with it. */
  | { readonly code: 'leaves'; readonly on: Day }

/** Why the pair is not possible. */
export type Blocked =
  | { readonly code: 'paired'; readonly pairingId: PairingId }
  | { readonly code: 'reporting-line'; readonly superiorId: PersonId; readonly steps: number }
  | { readonly code: 'same-person' }
  | { readonly code: 'no-shared-hours' }
  | { readonly code: 'full'; readonly most: number }
  /** Too few hours are left until the mentor's last day. */
  | { readonly code: 'leaves'; readonly on: Day }

export type SuggestionCell = {
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  /** The kind to begin with. */
  readonly kind: PairingKind
  readonly reasons: readonly SuggestionReason[]
  readonly blocked: Blocked | null
  /** Whether the pair is in the best set for all executives without a pairing. */
  readonly isSuggested: boolean
}

/** A pair with what speaks for and against it. */
export function cellOf(mentor: Candidate, executive: Candidate, measured: Measured): SuggestionCell {
  const pair = { mentorId: mentor.person.id, executiveId: executive.person.id }
  const hours = measured.hoursOf(pair.mentorId, pair.executiveId)
  const topics = measured.topicsOf(mentor, executive)
  const { locale } = mentor.person
  const load = measured.loadOf(pair.mentorId)
  const below = reportingBetween(mentor, executive)
  const leaves = measured.lastDayOf(pair.mentorId)
  const reasons: readonly SuggestionReason[] = [
    ...(topics.length > 0 ? [{ code: 'topics', topics } as const] : []),
    ...(locale === executive.person.locale ? [{ code: 'language', locale } as const] : []),
    ...(hours > 0 ? [{ code: 'shared-hours', hours } as const] : []),
    {
      code: 'room',
      pairings: load.pairings,
      most: mentor.person.rules.perWeek === undefined ? null : load.most,
    },
    ...(below ? [{ code: 'below', steps: below.steps } as const] : []),
    ...(leaves ? [{ code: 'leaves', on: leaves } as const] : []),
  ]
  return {
    ...pair,
    kind: usualKind(below),
    reasons,
    blocked: blockOf(mentor, executive, measured),
    isSuggested: false,
  }
}

export function blockOf(
  mentor: Candidate,
  executive: Candidate,
  { hoursOf, lastDayOf, loadOf, pairingOf }: Measured,
): Blocked | null {
  const [mentorId, executiveId] = [mentor.person.id, executive.person.id]
  if (mentorId === executiveId) return { code: 'same-person' }
  const paired = pairingOf(mentorId, executiveId)
  if (paired) return { code: 'paired', pairingId: paired.id }
  const refusal = whyNotPair(mentor, executive)
  if (refusal?.reason === 'reporting-line')
    return { code: 'reporting-line', superiorId: refusal.managerId, steps: refusal.steps }
  const leaves = lastDayOf(mentorId)
  const gone = leaves === null ? null : ({ code: 'leaves', on: leaves } as const)
  if (hoursOf(mentorId, executiveId) === 0) return gone ?? { code: 'no-shared-hours' }
  const load = loadOf(mentorId)
  return load.pairings >= load.most ? (gone ?? { code: 'full', most: load.most }) : null
}
