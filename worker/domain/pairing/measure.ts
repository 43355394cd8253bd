import type { PersonId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import type { PersonDiary } from '../slot/diary.ts'
import { openTimes } from '../slot/hours.ts'
import { intervalsOf, sharedBy, type Spans } from '../time/spans.ts'
import { after, type Day, DAY, earliest, HOUR, type Instant, latest, MINUTE } from '../time/time.ts'
import type { Candidate } from './make.ts'
import type { Pairing } from './pairing.ts'

/** Who could be paired with whom, and what they have already. */
export type Cast = {
  readonly mentors: readonly Candidate[]
  readonly executives: readonly Candidate[]
  readonly pairings: readonly Pairing[]
  readonly diaryOf: (id: PersonId) => PersonDiary
  readonly policy: Policy
  readonly now: Instant
}

/** Values that many cells need, computed once. */
export type Measured = Cast & {
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

export function measure(all: Cast): Measured {
  const cast = { ...all, pairings: all.pairings.filter(({ status }) => status !== 'ended') }
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

function folded(topic: string): string {
  return topic.trim().toLowerCase()
}
