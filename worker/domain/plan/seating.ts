import type { PersonId } from '../ids.ts'
import { buffersOf } from '../slot/buffers.ts'
import { type Room, roomOf } from '../slot/caps.ts'
import type { Diary } from '../slot/diary.ts'
import { pointsBeside } from '../slot/options.ts'
import { rate, type Rated } from '../slot/ranking.ts'
import { findStartSpans, freeTimes } from '../slot/search.ts'
import { momentsIn, pairsOf, sharedBy } from '../time/spans.ts'
import { after, earliest, type Instant, latest, MINUTE, overlaps } from '../time/time.ts'
import { assign, type SeatChoice, type Seating } from './assignment.ts'
import { latticeOf } from './lattice.ts'
import type { PlanRequest, PlanSetting } from './plan.ts'

/** A time that was proposed in vain costs more than any hour or day. */
const LAST_RESORT_COST = 1_000

/** A stand-in costs more than any hour or day, and less than having no date. */
const STAND_IN_COST = 5_000

type Seat = Rated & { readonly seat: number; readonly mentorId: PersonId; readonly cost: number }
/** What one request got, best first. All its seats have the same mentor. */
export type Seated = readonly Seat[]

/**
 * In the first round as many requests as possible get a seat, at the lowest total cost; each later round adds one more.
 * A mentor's seats are always compatible, and his days and weeks allow no more than his limits.
 */
export function seatAll(requests: readonly PlanRequest[], setting: PlanSetting): readonly Seated[] {
  const benches = openBenches(requests, setting)
  const wishes = requests.map((request) => wishOf(request, benches, setting))
  const seated: Seat[][] = requests.map(() => [])
  const taken = new Set<number>()
  let { seating } = benches
  for (let round = 0; round < setting.count; round += 1) {
    const choices = wishes.map((wish, index) => choicesOf(wish, seated[index] ?? [], round, taken))
    const standIns = { least: STAND_IN_COST, choicesOf: (index: number) => wishes[index]?.standIns() ?? [] }
    for (const [index, seat] of assign(seating, choices, round === 0 ? standIns : null).entries()) {
      const chosen = seat === null ? undefined : wishes[index] && seatIn(wishes[index], seat)
      if (seat === null || !chosen) continue
      seated[index]?.push(chosen)
      taken.add(seat)
      seating = withSeatTaken(seating, seat)
    }
  }
  return seated
}

/** A request's seats with its own mentor, and with stand-ins, which are computed only when needed. */
type Wish = { readonly own: Seated; readonly standIns: () => Seated }

function wishOf(request: PlanRequest, benches: Benches, setting: PlanSetting): Wish {
  const [ownMentorId, ...others] = request.mentorIds
  const seatsWith = seatsOf(request, benches, setting)
  let found: Seated | null = null
  return {
    own: seatsWith(ownMentorId, 0),
    standIns: () => (found ??= others.flatMap((mentorId) => seatsWith(mentorId, STAND_IN_COST))),
  }
}

function seatIn({ own, standIns }: Wish, seat: number): Seat | undefined {
  const isIt = (each: Seat): boolean => each.seat === seat
  return own.find(isIt) ?? standIns().find(isIt)
}

/** In the first round any seat with the own mentor; later more seats with the mentor who was assigned. */
function choicesOf(
  { own, standIns }: Wish,
  mine: Seated,
  round: number,
  taken: ReadonlySet<number>,
): readonly SeatChoice[] {
  if (round === 0) return own
  if (mine.length < round) return []
  const mentorId = mine[0]?.mentorId
  const seats = own[0]?.mentorId === mentorId ? own : standIns()
  return seats
    .filter((each) => !taken.has(each.seat) && each.mentorId === mentorId)
    .map((each) => ({ seat: each.seat, cost: each.cost + pointsBeside(each, mine) }))
}

function withSeatTaken(seating: Seating, seat: number): Seating {
  const capacities = [...seating.capacities]
  for (let place = seating.seats[seat] ?? null; place !== null; place = seating.parents[place] ?? null)
    capacities[place] = (capacities[place] ?? 0) - 1
  return { ...seating, capacities }
}

/** Every mentor's seats by start, and the days and weeks that contain them. */
type Benches = {
  readonly seating: Seating
  readonly seatAt: ReadonlyMap<PersonId, ReadonlyMap<Instant, number>>
}

function openBenches(requests: readonly PlanRequest[], setting: PlanSetting): Benches {
  const capacities: number[] = []
  const parents: (number | null)[] = []
  const seats: (number | null)[] = []
  const seatAt = new Map<PersonId, ReadonlyMap<Instant, number>>()
  for (const [mentorId, theirs] of byMentor(requests)) {
    const room = roomOf(setting.diaryOf(mentorId))
    const places = new Map<string, number>()
    const placeOf = (name: string, { first, left }: Room, parent: number | null): number => {
      const key = `${name} ${first}`
      const place = places.get(key) ?? capacities.push(left) - 1
      places.set(key, place)
      parents[place] = parent
      return place
    }
    const bench = new Map<Instant, number>()
    for (const start of latticeFor(mentorId, theirs, setting)) {
      const week = room.week ? placeOf('week', room.week(start), null) : null
      const day = room.day ? placeOf('day', room.day(start), week) : week
      bench.set(start, seats.push(day) - 1)
    }
    seatAt.set(mentorId, bench)
  }
  return { seating: { capacities, parents, seats }, seatAt }
}

function byMentor(requests: readonly PlanRequest[]): ReadonlyMap<PersonId, readonly PlanRequest[]> {
  const pairs = requests.flatMap((request) => request.mentorIds.map((mentorId) => ({ mentorId, request })))
  const grouped = Map.groupBy(pairs, ({ mentorId }) => mentorId)
  return new Map(Array.from(grouped, ([mentorId, all]) => [mentorId, all.map(({ request }) => request)]))
}

/** The spacing is the mentor's longest requested session plus the larger of his buffers. */
function latticeFor(mentorId: PersonId, requests: readonly PlanRequest[], setting: PlanSetting) {
  const [first] = requests
  if (!first) return []
  const diary = diaryOf(setting, mentorId, first.executiveId)
  const { before, after: behind } = buffersOf(diary.mentor, setting.policy, 'mentor')
  const length = Math.max(...requests.map(({ minutes }) => minutes)) * MINUTE
  const shortest = Math.min(...requests.map(({ minutes }) => minutes)) * MINUTE
  const window = {
    start: earliest(...requests.map((request) => request.window.start)),
    end: after(latest(...requests.map((request) => request.window.end)), length),
  }
  const free = sharedBy(freeTimes(diary, 'mentor', null), pairsOf([window]))
  return latticeOf(free, shortest, length + Math.max(before, behind))
}

/** The seats a request could take with one mentor, as the judge and the ranking allow. */
function seatsOf(request: PlanRequest, { seatAt }: Benches, setting: PlanSetting) {
  const { executiveId, window, minutes, sessionId: ignoring, near, avoid, lastResort } = request
  const length = minutes * MINUTE
  return (mentorId: PersonId, dearer: number): Seated => {
    const diary = diaryOf(setting, mentorId, executiveId)
    const bench = seatAt.get(mentorId) ?? new Map<Instant, number>()
    const spans = findStartSpans(diary, { window, minutes, ignoring })
    const slots = momentsIn(spans, bench.keys())
      .map((start) => ({ start, end: after(start, length) }))
      .filter((slot) => !avoid.some((each) => overlaps(each, slot)))
    return rate(diary, slots, { ignoring, ...(near !== null && { near }) }).map((slot) => ({
      ...slot,
      mentorId,
      seat: bench.get(slot.start) ?? 0,
      cost: slot.points + dearer + (lastResort.some((each) => overlaps(each, slot)) ? LAST_RESORT_COST : 0),
    }))
  }
}

export function diaryOf(
  { policy, now, diaryOf: read }: PlanSetting,
  mentorId: PersonId,
  executiveId: PersonId,
): Diary {
  return { mentor: read(mentorId), executive: read(executiveId), policy, now }
}
