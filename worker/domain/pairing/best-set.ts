import type { PersonId } from '../ids.ts'
import type { Candidate } from './make.ts'
import type { Measured } from './measure.ts'
import { spread } from './spread.ts'
import { blockOf } from './suggestion-cell.ts'

/** Points for a pair. Each pairing that a mentor already has costs points, so that the load is shared. */
const PAIR_POINTS = { topic: 12, language: 10, hour: 1, load: 8 }
const MAX_PAIR_POINTS = 3 * PAIR_POINTS.topic + PAIR_POINTS.language + 10 * PAIR_POINTS.hour

/** The suggested mentor of each executive without a pairing. */
export function bestOf(measured: Measured): ReadonlyMap<PersonId, PersonId> {
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

/** The mentors of an executive, best first: the suggested one, those who are possible, then those who are not. */
export function rankMentors(
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
