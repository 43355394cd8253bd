import { askAgainAt, type Lane, THREW } from '../domain/clock/timer.ts'
import { logError } from '../log-error.ts'
import type { Platform } from '../platform.ts'
import { claimTimers, type Claimed, putOffTimer, selectDue, type TimerKey } from '../storage/clock/timers.ts'
import { runTimer } from './run-timer.ts'

/**
 * How much of a lane one tick runs: `slice` timers are claimed at a time, of which `atOnce` run together. `calls`: what
 * one timer asks of the database and of others, at the most.
 */
type Pace = {
  readonly slice: number
  readonly most: number
  readonly atOnce: number
  readonly calls: number
}

const PACES: Readonly<Record<Lane, Pace>> = {
  rounds: { slice: 20, most: 100, atOnce: 1, calls: 5 },
  feeds: { slice: 24, most: 120, atOnce: 6, calls: 4 },
  repair: { slice: 20, most: 60, atOnce: 1, calls: 4 },
}

/** One Worker may call a thousand times; the letters need some of that. */
const CALLS_PER_TICK = 800

export const LANES = ['rounds', 'feeds', 'repair'] as const satisfies readonly Lane[]

/** A tick ends before the next one begins. */
export const TICK_MS = 20_000

export type Counts = Readonly<Record<string, number>>

/** What one run of timers did, by kind, and which kinds threw. It grows as the lanes run. */
export type Ran = {
  readonly counts: Record<string, number>
  readonly failed: Set<string>
  readonly ran: TimerKey[]
  calls: number
}

export function newRun(): Ran {
  return { counts: {}, failed: new Set(), ran: [], calls: 0 }
}

export type Limits = {
  /** Milliseconds of the machine's clock after which no slice is begun. */
  readonly deadline: number
  /** Without a limit of number, a run takes all that is due, each once. */
  readonly isUnlimited?: boolean
}

/** The due timers of each lane, longest due first: three queries for one batch. */
export function selectHeads({ db, now }: Platform, ran: readonly TimerKey[] = []) {
  const headOf = (lane: Lane) => selectDue(db, lane, now(), { limit: PACES[lane].slice, ran })
  return [headOf('rounds'), headOf('feeds'), headOf('repair')] as const
}

/** Runs one lane slice by slice, as far as the limits allow. `head` is what was due when the tick began. */
export async function runLane(
  platform: Platform,
  lane: Lane,
  head: readonly TimerKey[],
  { deadline, isUnlimited = false }: Limits,
  into: Ran,
): Promise<void> {
  const { slice, most, atOnce, calls } = PACES[lane]
  const limit = isUnlimited ? Infinity : most
  let due = head
  const mostCalls = isUnlimited ? Infinity : CALLS_PER_TICK
  for (let count = 0; due.length > 0 && count < limit && into.calls < mostCalls; count += slice) {
    const claimed = await claimTimers(platform.db, due, platform.now())
    into.calls += claimed.length * calls
    for (let at = 0; at < claimed.length; at += atOnce)
      await Promise.all(claimed.slice(at, at + atOnce).map((each) => runOne(platform, each, into)))
    if (Date.now() >= deadline) return
    due = await selectDue(platform.db, lane, platform.now(), {
      limit: slice,
      ran: isUnlimited ? into.ran : [],
    })
  }
}

/** A timer that throws is put off like a “no”, and does not keep the others from running. */
export async function runOne(
  platform: Platform,
  claimed: Claimed,
  { counts, failed, ran }: Ran,
): Promise<void> {
  const { kind, subject, tries } = claimed
  if (kind !== 're-arm') ran.push({ kind, subject })
  try {
    const answer = await runTimer(platform, claimed)
    if (answer.kind !== 'no' && answer.count > 0) counts[kind] = (counts[kind] ?? 0) + answer.count
    if (answer.kind === 'again')
      await putOffTimer(platform.db, claimed, { askAgainAt: answer.at, said: null })
    if (answer.kind === 'no')
      await putOffTimer(platform.db, claimed, {
        askAgainAt: askAgainAt(platform.now(), tries),
        said: answer.said,
      })
  } catch (error) {
    failed.add(kind)
    logError('scheduled', error, { timer: kind, tries })
    await putOffTimer(platform.db, claimed, { askAgainAt: askAgainAt(platform.now(), tries), said: THREW })
  }
}
