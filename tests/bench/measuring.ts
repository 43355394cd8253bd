/** One line of the table. Microseconds, medians of interleaved rounds; null where no reference was run. */
export type Row = {
  readonly job: string
  readonly microseconds: number
  /** The fastest round: on a busy machine it says more than the median. */
  readonly fastest: number
  readonly reference: number | null
  /** How many times as long the plain reference takes, in the same run. */
  readonly ratio: number | null
  /** The slowest round over the fastest. */
  readonly spread: number
  /** How many slots, instants or times came of it. */
  readonly found: number
}

const ROUNDS = 7

export type Contest = { readonly ours: () => unknown; readonly reference: (() => unknown) | null }

/** The median of interleaved rounds, after warming up. */
export function rowOf(job: string, found: number, { ours, reference }: Contest): Row {
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
    fastest: mine.at(0) ?? 0,
    reference: expected,
    ratio,
    spread: (mine.at(-1) ?? 0) / (mine.at(0) ?? 1),
    found,
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
