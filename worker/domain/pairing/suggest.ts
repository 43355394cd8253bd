import type { PairingId, PersonId } from '../ids.ts'
import type { Locale } from '../people/person.ts'
import { assign, type SeatChoice } from '../plan/assignment.ts'
import type { Policy } from '../programme/programme.ts'
import type { PersonDiary } from '../slot/diary.ts'
import { openHours } from '../slot/hours.ts'
import { intersection } from '../time/intervals.ts'
import { after, DAY, HOUR, type Instant, type Interval, MINUTE } from '../time/time.ts'
import { type Candidate, whyNotPair } from './make.ts'
import type { Pairing } from './pairing.ts'
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

/** Why the pair is not possible. */
export type Blocked =
  | { readonly code: 'paired'; readonly pairingId: PairingId }
  | { readonly code: 'reporting-line'; readonly superiorId: PersonId; readonly steps: number }
  | { readonly code: 'same-person' }
  | { readonly code: 'no-shared-hours' }
  | { readonly code: 'full'; readonly most: number }

export type SuggestionCell = {
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly reasons: readonly SuggestionReason[]
  readonly blocked: Blocked | null
  /** Whether the pair is in the best set for all executives without a pairing. */
  readonly isSuggested: boolean
}

export type Cast = {
  readonly mentors: readonly Candidate[]
  readonly executives: readonly Candidate[]
  readonly pairings: readonly Pairing[]
  readonly diaryOf: (id: PersonId) => PersonDiary
  readonly policy: Policy
  readonly now: Instant
}

/** Every pair of a programme with its reasons, and the best mentors overall for executives who have none. */
export function suggestPairs(cast: Cast): readonly SuggestionCell[] {
  const living = cast.pairings.filter(({ status }) => status !== 'ended')
  const measured = measure({ ...cast, pairings: living })
  const cells = cast.executives.flatMap((executive) =>
    cast.mentors.map((mentor) => cellOf(mentor, executive, measured)),
  )
  const unpaired = cast.executives.filter(
    ({ person }) => !living.some(({ executiveId }) => executiveId === person.id),
  )
  const suggested = new Set(bestOf(cells, unpaired, measured))
  return cells.map((cell) => ({ ...cell, isSuggested: suggested.has(cell) }))
}

/** Values that many cells need, computed once. */
type Measured = Cast & {
  readonly open: ReadonlyMap<PersonId, readonly Interval[]>
  /** How many pairings a mentor has, and how many his hours and limits allow. */
  readonly loadOf: (id: PersonId) => { readonly pairings: number; readonly most: number }
}

const MEASURED_WEEKS = 4

function measure(cast: Cast): Measured {
  const { mentors, executives, pairings, diaryOf, policy, now } = cast
  const always = { ...policy, blackouts: [] }
  const window = { start: now, end: after(now, MEASURED_WEEKS * 7 * DAY) }
  const hoursOf = (side: 'mentor' | 'executive') => (candidate: Candidate) =>
    [candidate.person.id, openHours(diaryOf(candidate.person.id), always, side, window)] as const
  const open = new Map([...executives.map(hoursOf('executive')), ...mentors.map(hoursOf('mentor'))])
  const loads = new Map(
    mentors.map(({ person }) => {
      const count = pairings.filter(({ mentorId }) => mentorId === person.id).length
      return [
        person.id,
        { pairings: count, most: capacityOf(person.rules.perWeek, open.get(person.id) ?? [], policy) },
      ]
    }),
  )
  return { ...cast, open, loadOf: (id) => loads.get(id) ?? { pairings: 0, most: 0 } }
}

/** How many pairings fit: one session per cadence each, within the weekly limit and the open hours. */
function capacityOf(perWeek: number | undefined, open: readonly Interval[], policy: Policy): number {
  const { minutes, buffers, cadence } = policy
  const each = (minutes + Math.max(buffers.before, buffers.after)) * MINUTE
  const sessions =
    open.reduce((sum, { start, end }) => sum + Math.floor((end - start) / each), 0) / MEASURED_WEEKS
  return Math.floor((Math.min(sessions, perWeek ?? Infinity) * cadence) / 7)
}

function cellOf(mentor: Candidate, executive: Candidate, measured: Measured): SuggestionCell {
  const pair = { mentorId: mentor.person.id, executiveId: executive.person.id }
  const hours = sharedHours(pair, measured)
  const blocked = blockOf(mentor, executive, hours, measured)
  const { topics: wishes } = executive.person.rules
  const taught = new Set(mentor.person.rules.topics?.taught.map(folded))
  const topics = (wishes?.wished ?? []).filter((topic) => taught.has(folded(topic)))
  const { locale } = mentor.person
  const load = measured.loadOf(pair.mentorId)
  const below = reportingBetween(mentor, executive)
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
  ]
  return { ...pair, reasons, blocked, isSuggested: false }
}

function blockOf(
  mentor: Candidate,
  executive: Candidate,
  hours: number,
  { pairings, loadOf }: Measured,
): Blocked | null {
  const [mentorId, executiveId] = [mentor.person.id, executive.person.id]
  if (mentorId === executiveId) return { code: 'same-person' }
  const paired = pairings.find((each) => each.mentorId === mentorId && each.executiveId === executiveId)
  if (paired) return { code: 'paired', pairingId: paired.id }
  const refusal = whyNotPair(mentor, executive)
  if (refusal?.reason === 'reporting-line')
    return { code: 'reporting-line', superiorId: refusal.managerId, steps: refusal.steps }
  if (hours === 0) return { code: 'no-shared-hours' }
  const load = loadOf(mentorId)
  return load.pairings >= load.most ? { code: 'full', most: load.most } : null
}

/** Shared hours a week; in half hours below two. */
function sharedHours(
  { mentorId, executiveId }: Pick<SuggestionCell, 'mentorId' | 'executiveId'>,
  { open }: Measured,
): number {
  const shared = intersection(open.get(mentorId) ?? [], open.get(executiveId) ?? [])
  const total = shared.reduce((sum, { start, end }) => sum + end - start, 0) / MEASURED_WEEKS
  const halves = Math.floor((total / HOUR) * 2)
  return halves < 4 ? halves / 2 : Math.floor(halves / 2)
}

/** Points for a pair. Each pairing that a mentor already has costs points, so that the load is shared. */
const PAIR_POINTS = { topic: 12, language: 10, hour: 1, load: 8 }
const MAX_PAIR_POINTS = 3 * PAIR_POINTS.topic + PAIR_POINTS.language + 10 * PAIR_POINTS.hour

function bestOf(
  cells: readonly SuggestionCell[],
  unpaired: readonly Candidate[],
  { mentors, loadOf }: Measured,
): readonly SuggestionCell[] {
  const seats = mentors.flatMap(({ person }) => {
    const { pairings, most } = loadOf(person.id)
    const room = Math.min(Math.max(0, most - pairings), unpaired.length)
    return Array.from({ length: room }, (_, index) => ({ mentorId: person.id, load: pairings + index }))
  })
  const wishes = unpaired.map(({ person }) =>
    cells.filter((cell) => cell.executiveId === person.id && !cell.blocked),
  )
  const choices = wishes.map((mine) =>
    mine.flatMap((cell) =>
      seats.flatMap(({ mentorId, load }, seat): SeatChoice[] =>
        mentorId === cell.mentorId
          ? [{ seat, cost: MAX_PAIR_POINTS - pointsOf(cell) + load * PAIR_POINTS.load }]
          : [],
      ),
    ),
  )
  const chosen = assign({ capacities: [], parents: [], seats: seats.map(() => null) }, choices)
  return chosen.flatMap((seat, index) => {
    const mentorId = seat === null ? null : seats[seat]?.mentorId
    return wishes[index]?.find((cell) => cell.mentorId === mentorId) ?? []
  })
}

function pointsOf({ reasons }: SuggestionCell): number {
  return reasons.reduce((sum, reason) => {
    if (reason.code === 'topics') return sum + Math.min(3, reason.topics.length) * PAIR_POINTS.topic
    if (reason.code === 'language') return sum + PAIR_POINTS.language
    return reason.code === 'shared-hours'
      ? sum + Math.min(10, Math.floor(reason.hours)) * PAIR_POINTS.hour
      : sum
  }, 0)
}

function folded(topic: string): string {
  return topic.trim().toLowerCase()
}
