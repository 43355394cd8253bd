/** One line of the table. */
export type Row = {
  readonly job: string
  readonly unit: Unit
  /** The median of interleaved rounds, or the count. */
  readonly ours: number
  /** The fastest round: on a busy machine it says more than the median. Null when nothing was timed. */
  readonly fastest: number | null
  /** The slowest round over the fastest. */
  readonly spread: number | null
  /** How many times longer the plain reference takes in the same run; null without a reference. */
  readonly ratio: number | null
  /** How many slots, instants, times or events were found. */
  readonly found: number | null
  /** The database cost. */
  readonly cost: Cost | null
}

export type Unit = 'µs' | 'kB' | 'rows' | 'calls'
export type Cost = { readonly calls: number; readonly rowsRead: number; readonly rowsWritten: number }

const ROUNDS = 7
const MIN_ROUND_MICROSECONDS = 20_000

export type Contest = { readonly ours: () => unknown; readonly reference: (() => unknown) | null }

/** Processor time in interleaved rounds, after warming up. A slow reference is run as often as `referenceRounds` says. */
export function rowOf(
  job: string,
  found: number,
  { ours, reference }: Contest,
  referenceRounds: number = ROUNDS,
): Row {
  warmUp(ours)
  const repeats = repeatsOf(timeOf(ours, 3))
  const rounds = Array.from({ length: ROUNDS }, (_, round) => ({
    ours: timeOf(ours, repeats),
    reference: reference && round < referenceRounds ? timeOf(reference, 1) : null,
  }))
  return timedRow(job, found, rounds)
}

export type AwaitedContest = {
  readonly ours: () => Promise<unknown>
  readonly reference: (() => Promise<unknown>) | null
}

/** The same for async work. */
export async function awaitedRowOf(
  job: string,
  found: number,
  { ours, reference }: AwaitedContest,
): Promise<Row> {
  for (const until = performance.now() + 200; performance.now() < until;) await ours()
  const repeats = repeatsOf(await awaitedTimeOf(ours, 3))
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      ours: await awaitedTimeOf(ours, repeats),
      reference: reference && (await awaitedTimeOf(reference, 20)),
    })
  return timedRow(job, found, rounds)
}

/** For a count or a size, not a time. */
export function countRow(job: string, unit: Unit, ours: number): Row {
  return { job, unit, ours, fastest: null, spread: null, ratio: null, found: null, cost: null }
}

export type Round = { readonly ours: number; readonly reference: number | null }

/** `rounds` are in microseconds. */
export function timedRow(job: string, found: number | null, rounds: readonly Round[]): Row {
  const mine = rounds.map(({ ours }) => ours).toSorted((one, other) => one - other)
  const theirs = rounds.flatMap(({ reference }) => reference ?? []).toSorted((one, other) => one - other)
  const [ours, expected] = [medianOf(mine) ?? 0, medianOf(theirs)]
  const [fastest = 0, slowest = 0] = [mine.at(0), mine.at(-1)]
  const ratio = expected === null ? null : expected / ours
  return { job, unit: 'µs', ours, fastest, spread: slowest / fastest, ratio, found, cost: null }
}

/** Runs for 200 ms, so that the engine compiles the hot code. */
function warmUp(work: () => unknown): void {
  const until = performance.now() + 200
  while (performance.now() < until) work()
}

function repeatsOf(microseconds: number): number {
  return Math.max(1, Math.round(MIN_ROUND_MICROSECONDS / microseconds))
}

function timeOf(work: () => unknown, repeats: number): number {
  const spent = processorTime()
  for (let round = 0; round < repeats; round += 1) work()
  return spent() / repeats
}

async function awaitedTimeOf(work: () => Promise<unknown>, repeats: number): Promise<number> {
  const spent = processorTime()
  for (let round = 0; round < repeats; round += 1) await work()
  return spent() / repeats
}

/** Microseconds of processor time from now on: other processes do not count. */
function processorTime(): () => number {
  const began = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(began)
    return Math.max(1, user + system)
  }
}

function medianOf(sorted: readonly number[]): number | null {
  return sorted.at(Math.floor(sorted.length / 2)) ?? null
}
