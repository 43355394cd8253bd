import { findSlots } from '../../worker/domain/search.ts'
import { toInstant } from '../../worker/domain/zones.ts'
import { temporalInstant, temporalSlots } from './temporal-slots.ts'
import { diariesOf, NOW, weeksFrom } from './slots-sizes.ts'
import type { Size } from './slots-sizes.ts'

/** One line of the table. Microseconds, medians of interleaved rounds; null where no reference was run. */
export type Row = {
  readonly job: string
  readonly microseconds: number
  readonly reference: number | null
  /** How many times as long the plain Temporal reference takes, in the same run. */
  readonly ratio: number | null
  /** The slowest round over the fastest. */
  readonly spread: number
  readonly slots: number
}

const ROUNDS = 7
const USUAL: Size = { mentors: 3, weeks: 8, busyPerDay: 3 }

/** Free times at each size, then wall clock → instant. Throws where ours and the reference differ. */
export function benchSlots(): Row[] {
  return [
    compared(USUAL),
    ...[1, 10, 100, 1000].map((mentors) => alone({ ...USUAL, mentors })),
    ...[1, 52].map((weeks) => alone({ ...USUAL, weeks })),
    ...[0, 30].map((busyPerDay) => alone({ ...USUAL, busyPerDay })),
    conversion(),
  ]
}

function compared(size: Size): Row {
  const { ours, reference } = searches(size)
  const [found, expected] = [ours(), reference()]
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error('The search differs from Temporal’s')
  return rowOf(nameOf(size), found.flat().length, { ours, reference })
}

function alone(size: Size): Row {
  const { ours } = searches(size)
  return rowOf(nameOf(size), ours().flat().length, { ours, reference: null })
}

function searches({ weeks, ...size }: Size) {
  const diaries = diariesOf({ weeks, ...size })
  const window = weeksFrom(NOW, weeks)
  return {
    ours: () => diaries.map((diary) => findSlots(diary, { window, minutes: 30 })),
    reference: () => diaries.map((diary) => temporalSlots(diary, window, 30)),
  }
}

/** A thousand wall clocks of two weeks in March, among them the change of the clocks. */
function conversion(): Row {
  const walls = Array.from({ length: 1000 }, (_, index) => ({
    day: `2027-03-${String(18 + (index % 14)).padStart(2, '0')}`,
    minutes: (index * 37) % 1440,
  }))
  const ours = () => walls.map(({ day, minutes }) => toInstant('Europe/Paris', day, minutes))
  const reference = () => walls.map(({ day, minutes }) => temporalInstant('Europe/Paris', day, minutes))
  if (ours().join() !== reference().join()) throw new Error('Wall clocks differ from Temporal’s')
  return rowOf('1 000 wall clocks → instants', walls.length, { ours, reference })
}

type Contest = { readonly ours: () => unknown; readonly reference: (() => unknown) | null }

function rowOf(job: string, slots: number, { ours, reference }: Contest): Row {
  warmUp(ours)
  const repeats = Math.max(1, Math.round(20_000 / timeOf(ours, 3)))
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ours: timeOf(ours, repeats),
    reference: reference && timeOf(reference, 1),
  }))
  const mine = rounds.map((round) => round.ours).toSorted((one, other) => one - other)
  const theirs = rounds.flatMap((round) => round.reference ?? []).toSorted((one, other) => one - other)
  const microseconds = medianOf(mine) ?? 0
  const expected = medianOf(theirs)
  const ratio = expected === null ? null : expected / microseconds
  return {
    job,
    microseconds,
    reference: expected,
    ratio,
    spread: (mine.at(-1) ?? 0) / (mine.at(0) ?? 1),
    slots,
  }
}

/** For a fifth of a second, until the engine has compiled what it will. */
function warmUp(work: () => unknown): void {
  const until = performance.now() + 200
  while (performance.now() < until) work()
}

function timeOf(work: () => unknown, repeats: number): number {
  const start = performance.now()
  for (let round = 0; round < repeats; round += 1) work()
  return ((performance.now() - start) / repeats) * 1000
}

function medianOf(sorted: readonly number[]): number | null {
  return sorted.at(Math.floor(sorted.length / 2)) ?? null
}

function nameOf({ mentors, weeks, busyPerDay }: Size): string {
  return `free times (mentors ${mentors}, weeks ${weeks}, busy a day ${busyPerDay})`
}
