import type { PairingId, PersonId } from '../ids.ts'
import type { Locale } from '../people/person.ts'
import type { Policy } from '../programme/programme.ts'
import type { PersonDiary } from '../slot/diary.ts'
import { openTimes } from '../slot/hours.ts'
import { intervalsOf, sharedBy, type Spans } from '../time/spans.ts'
import { after, type Day, DAY, earliest, HOUR, type Instant, latest, MINUTE } from '../time/time.ts'
import { type PairingKind, usualKind } from './kind.ts'
import { type Candidate, whyNotPair } from './make.ts'
import type { Pairing } from './pairing.ts'
import { reportingBetween } from './reporting-line.ts'
import { spread } from './spread.ts'

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

export type Cast = {
  readonly mentors: readonly Candidate[]
  readonly executives: readonly Candidate[]
  readonly pairings: readonly Pairing[]
  readonly diaryOf: (id: PersonId) => PersonDiary
  readonly policy: Policy
  readonly now: Instant
}

/**
 * The best mentors of some executives, with reasons. What is suggested is the best set for all who have none, whoever is
 * shown: points are counted for every pair, words are made only for those that are asked for.
 */
export function suggestPairs(
  cast: Cast,
  { executives, most }: { readonly executives: readonly PersonId[]; readonly most: number },
): Suggested {
  const measured = measure({ ...cast, pairings: cast.pairings.filter(({ status }) => status !== 'ended') })
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

export type Pair = { readonly mentorId: PersonId; readonly executiveId: PersonId }

/** Pairs to be accepted together. */
export type Proposal = {
  /** In the order of the executives. */
  readonly pairs: readonly Pair[]
  /** Null for somebody who is no mentor, or no executive, of the cast. */
  readonly cellOf: (pair: Pair) => SuggestionCell | null
  /** Mentors who would have more pairings than their hours and limits allow. */
  readonly overfull: readonly {
    readonly mentorId: PersonId
    readonly pairings: number
    readonly most: number
  }[]
}

/** The best set for all who have no mentor, or the pairs that were chosen, with what speaks for and against each. */
export function proposalOf(cast: Cast, chosen: readonly Pair[] | null): Proposal {
  const measured = measure({ ...cast, pairings: cast.pairings.filter(({ status }) => status !== 'ended') })
  const best = bestOf(measured)
  const mentors = new Map(cast.mentors.map((each) => [each.person.id, each]))
  const executives = new Map(cast.executives.map((each) => [each.person.id, each]))
  const pairs = chosen ?? Array.from(best, ([executiveId, mentorId]) => ({ executiveId, mentorId }))
  const more = Map.groupBy(pairs, ({ mentorId }) => mentorId)
  return {
    pairs,
    cellOf: ({ mentorId, executiveId }) => {
      const [mentor, executive] = [mentors.get(mentorId), executives.get(executiveId)]
      if (!mentor || !executive) return null
      const isSuggested = best.get(executiveId) === mentorId
      return { ...cellOf(mentor, executive, measured), isSuggested }
    },
    overfull: Array.from(more, ([mentorId, { length }]) => {
      const { pairings, most } = measured.loadOf(mentorId)
      return { mentorId, pairings: pairings + length, most }
    }).filter(({ pairings, most }) => pairings > most),
  }
}

/** The executives who have no mentor yet. */
export function withoutMentor({ executives, pairings }: Cast): Cast['executives'] {
  const taken = new Set(
    pairings.flatMap(({ executiveId, status }) => (status === 'ended' ? [] : [executiveId])),
  )
  return executives.filter(({ person }) => !taken.has(person.id))
}

function rankMentors(
  executive: Candidate,
  suggested: PersonId | null,
  measured: Measured,
): readonly Candidate[] {
  const rankOf = (mentor: Candidate) => {
    if (mentor.person.id === suggested) return Infinity
    const points = pointsOf(mentor, executive, measured)
    return points === null
      ? -Infinity
      : points - measured.loadOf(mentor.person.id).pairings * PAIR_POINTS.load
  }
  return measured.mentors
    .map((mentor) => ({ mentor, rank: rankOf(mentor) }))
    .toSorted((one, other) => (one.rank === other.rank ? 0 : other.rank - one.rank))
    .map(({ mentor }) => mentor)
}

/** Values that many cells need, computed once. */
type Measured = Cast & {
  /** Shared hours a week; in half hours below two. */
  readonly hoursOf: (mentor: PersonId, executive: PersonId) => number
  /** How many pairings a mentor has, and how many his hours and limits allow. */
  readonly loadOf: (id: PersonId) => { readonly pairings: number; readonly most: number }
  /** A mentor's last day; null: he stays. */
  readonly lastDayOf: (id: PersonId) => Day | null
  readonly pairingOf: (mentor: PersonId, executive: PersonId) => Pairing | null
  /** The executive's wishes that the mentor teaches. */
  readonly topicsOf: (mentor: Candidate, executive: Candidate) => readonly string[]
}

const MEASURED_WEEKS = 4

function measure(cast: Cast): Measured {
  const { mentors, executives, pairings, diaryOf, policy, now } = cast
  const always = { ...policy, blackouts: [] }
  const end = after(now, MEASURED_WEEKS * 7 * DAY)
  const openOf = (side: 'mentor' | 'executive') => (candidate: Candidate) => {
    const diary = diaryOf(candidate.person.id)
    const window = { start: now, end: diary.leaves ? earliest(end, latest(now, diary.leaves.at)) : end }
    return [candidate.person.id, openTimes(diary, always, side, window)] as const
  }
  const open = new Map(mentors.map(openOf('mentor')))
  const counts = Map.groupBy(pairings, ({ mentorId }) => mentorId)
  const loads = new Map(
    mentors.map(({ person: { id, rules } }) => [
      id,
      {
        pairings: counts.get(id)?.length ?? 0,
        most: capacityOf(rules.perWeek, open.get(id) ?? [], policy),
      },
    ]),
  )
  const lastDays = new Map(mentors.map(({ person: { id } }) => [id, diaryOf(id).leaves?.on ?? null] as const))
  const paired = Map.groupBy(pairings, ({ executiveId }) => executiveId)
  return {
    ...cast,
    hoursOf: sharedHours(open, new Map(executives.map(openOf('executive')))),
    lastDayOf: (id) => lastDays.get(id) ?? null,
    loadOf: (id) => loads.get(id) ?? { pairings: 0, most: 0 },
    pairingOf: (mentor, executive) =>
      paired.get(executive)?.find(({ mentorId }) => mentorId === mentor) ?? null,
    topicsOf: sharedTopics(mentors),
  }
}

function sharedTopics(mentors: readonly Candidate[]): Measured['topicsOf'] {
  const taught = new Map(
    mentors.map(({ person: { id, rules } }) => [id, new Set(rules.topics?.taught.map(folded))]),
  )
  return ({ person: { id } }, { person: { rules } }) =>
    (rules.topics?.wished ?? []).filter((topic) => taught.get(id)?.has(folded(topic)))
}

/** How many pairings fit: one session per cadence each, within the weekly limit and the open hours. */
function capacityOf(perWeek: number | undefined, open: Spans, policy: Policy): number {
  const { minutes, buffers, cadence } = policy
  const each = (minutes + Math.max(buffers.before, buffers.after)) * MINUTE
  const sessions =
    intervalsOf(open).reduce((sum, { start, end }) => sum + Math.floor((end - start) / each), 0) /
    MEASURED_WEEKS
  return Math.floor((Math.min(sessions, perWeek ?? Infinity) * cadence) / 7)
}

function cellOf(mentor: Candidate, executive: Candidate, measured: Measured): SuggestionCell {
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

function blockOf(
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

/** People who work the same hours share what is counted for them. */
function sharedHours(
  mentors: ReadonlyMap<PersonId, Spans>,
  executives: ReadonlyMap<PersonId, Spans>,
): Measured['hoursOf'] {
  const counted = new Map<number, number>()
  const [mentorHours, executiveHours] = [keyed(mentors), keyed(executives)]
  return (mentor, executive) => {
    const [one, other] = [mentorHours.get(mentor), executiveHours.get(executive)]
    if (!one || !other) return 0
    const key = one.key * executives.size + other.key
    const known = counted.get(key)
    if (known !== undefined) return known
    const hours = hoursIn(sharedBy(one.spans, other.spans))
    counted.set(key, hours)
    return hours
  }
}

function keyed(people: ReadonlyMap<PersonId, Spans>) {
  const keys = new Map<string, number>()
  return new Map(
    Array.from(people, ([id, spans]) => {
      const text = spans.join()
      const key = keys.get(text) ?? keys.size
      keys.set(text, key)
      return [id, { key, spans }] as const
    }),
  )
}

function hoursIn(spans: Spans): number {
  const total = intervalsOf(spans).reduce((sum, { start, end }) => sum + end - start, 0) / MEASURED_WEEKS
  const halves = Math.floor((total / HOUR) * 2)
  return halves < 4 ? halves / 2 : Math.floor(halves / 2)
}

/** Points for a pair. Each pairing that a mentor already has costs points, so that the load is shared. */
const PAIR_POINTS = { topic: 12, language: 10, hour: 1, load: 8 }
const MAX_PAIR_POINTS = 3 * PAIR_POINTS.topic + PAIR_POINTS.language + 10 * PAIR_POINTS.hour

/** The suggested mentor of each executive without a pairing. */
function bestOf(measured: Measured): ReadonlyMap<PersonId, PersonId> {
  const { mentors, executives, pairings, loadOf } = measured
  const taken = new Set(pairings.map(({ executiveId }) => executiveId))
  const unpaired = executives.filter(({ person }) => !taken.has(person.id))
  const costs = unpaired.map((executive) =>
    Float64Array.from(mentors, (mentor) => {
      const points = pointsOf(mentor, executive, measured)
      return points === null ? Infinity : MAX_PAIR_POINTS - points
    }),
  )
  const loads = mentors.map(({ person }) => loadOf(person.id))
  const chosen = spread(costs, {
    taken: loads.map((load) => load.pairings),
    most: loads.map((load) => load.most),
    step: PAIR_POINTS.load,
  })
  return new Map(
    unpaired.flatMap(({ person }, index) => {
      const mentor = mentors[chosen[index] ?? -1]
      return mentor ? [[person.id, mentor.person.id] as const] : []
    }),
  )
}

/** Null if the pair is not possible. */
function pointsOf(mentor: Candidate, executive: Candidate, measured: Measured): number | null {
  if (blockOf(mentor, executive, measured)) return null
  const hours = measured.hoursOf(mentor.person.id, executive.person.id)
  return (
    Math.min(3, measured.topicsOf(mentor, executive).length) * PAIR_POINTS.topic +
    (mentor.person.locale === executive.person.locale ? PAIR_POINTS.language : 0) +
    Math.min(10, Math.floor(hours)) * PAIR_POINTS.hour
  )
}

function folded(topic: string): string {
  return topic.trim().toLowerCase()
}
