import { armAnew } from '../actions/clock/re-arm.ts'
import { askAgainAt, type Lane, THREW, type TimerKind } from '../domain/clock/timer.ts'
import { isD1Refusal, logError } from '../log-error.ts'
import type { Platform } from '../platform.ts'
import { claimTimers, type Claimed, putOffTimer, selectDue, type TimerKey } from '../storage/clock/timers.ts'
import { runTimer } from './run-timer.ts'

/**
 * How much of a lane one tick runs: `slice` timers are claimed at a time, of which `atOnce` run together, until they have
 * asked the database about `calls` times. A Worker may ask it a thousand times, and each lane has a part of its own.
 */
type Pace = { readonly slice: number; readonly atOnce: number; readonly calls: number }

const PACES: Readonly<Record<Lane, Pace>> = {
  rounds: { slice: 20, atOnce: 1, calls: 350 },
  feeds: { slice: 20, atOnce: 5, calls: 240 },
  repair: { slice: 20, atOnce: 1, calls: 240 },
}

/** What one timer asks; the long ones count for more. */
const CALLS_OF_ONE = 4
const CALLS_OF: Readonly<Partial<Record<TimerKind, number>>> = {
  'read-feed': 3,
  'mentor-cannot': 30,
  leave: 60,
  erase: 90,
  digest: 16,
  'morning-mail': 8,
  'urgent-mail': 6,
  'finish-closing': 330,
  purge: 110,
}

export const LANES = ['rounds', 'feeds', 'repair'] as const satisfies readonly Lane[]

/** A tick ends before the next one begins. */
export const TICK_MS = 20_000

export type Counts = Readonly<Record<string, number>>

/** What one run of timers did, by kind, and which kinds threw. It grows as the lanes run. */
export type Ran = {
  readonly counts: Record<string, number>
  readonly failed: Set<string>
  readonly ran: TimerKey[]
}

export function newRun(): Ran {
  return { counts: {}, failed: new Set(), ran: [] }
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
  const { slice, atOnce, calls } = PACES[lane]
  const most = isUnlimited ? Infinity : calls
  let due = head
  for (let asked = 0; due.length > 0 && asked < most;) {
    const claimed = await claimTimers(platform.db, due, platform.now())
    asked += claimed.reduce((sum, { kind }) => sum + (CALLS_OF[kind] ?? CALLS_OF_ONE), 0)
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
  const { kind, subject } = claimed
  if (kind !== 're-arm') ran.push({ kind, subject })
  try {
    const answer = await runTimer(platform, claimed)
    if ('count' in answer && answer.count > 0) counts[kind] = (counts[kind] ?? 0) + answer.count
    if (answer.kind === 'again')
      await putOffTimer(platform.db, claimed, { askAgainAt: answer.at, said: null, tries: 0 })
    if (answer.kind === 'no') await putOff(platform, claimed, answer.said)
    if (answer.kind === 'not-owed') await armAnew(platform, subject)
  } catch (error) {
    failed.add(kind)
    const code = logError('scheduled', error, { timer: kind, tries: claimed.tries })
    await putOff(platform, claimed, isD1Refusal(code) ? code : THREW)
  }
}

/** The waits grow as long as it says the same. */
function putOff({ db, now }: Platform, claimed: Claimed, said: string): Promise<void> {
  const tries = claimed.said === said ? claimed.tries : 1
  return putOffTimer(db, claimed, { askAgainAt: askAgainAt(now(), tries), said, tries })
}
