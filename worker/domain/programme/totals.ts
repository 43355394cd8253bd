import type { PairingId, PersonId } from '../ids.ts'
import { isDoneByBoth } from '../session/commitment.ts'
import type { Benefit, Commitment } from '../session/outcome.ts'
import { type SessionStatus, wasHeld } from '../session/session.ts'
import { DAY, type Interval, MINUTE } from '../time/time.ts'

/** What is kept of a programme: numbers, none of them per person. */
export type Totals = {
  /** Sessions that had a date. */
  readonly fixed: number
  readonly held: number
  readonly minutes: number
  /** Median days between two sessions of a pairing; null if no pairing met twice. */
  readonly medianDays: number | null
  readonly bumps: number
  /** Executives who met at least once. */
  readonly executives: number
  /** Commitments of which both say that they are done; null where that was not counted when the programme was closed. */
  readonly doneByBoth: number | null
} & Readonly<Record<Benefit, number>>

export type Counted = {
  readonly pairingId: PairingId
  readonly executiveId: PersonId
  readonly status: SessionStatus
  readonly time: Interval | null
  readonly bumps: number
}

type Agreed = Pick<Commitment, 'sessionId' | 'done' | 'saidDone'>

/**
 * `sessions`: all of the programme; `benefits`: one entry per log that has one; `agreed`: all commitments. A hand-over
 * copies one: of the same session it is one all the same.
 */
export function totalsOf(
  sessions: readonly Counted[],
  benefits: readonly Benefit[],
  agreed: readonly Agreed[],
): Totals {
  const held = sessions.filter(({ status }) => wasHeld(status))
  const lengths = held.flatMap(({ time }) => (time ? [(time.end - time.start) / MINUTE] : []))
  const tagged = (benefit: Benefit) => benefits.filter((each) => each === benefit).length
  return {
    fixed: sessions.filter(({ time }) => time !== null).length,
    held: held.length,
    minutes: lengths.reduce((sum, each) => sum + each, 0),
    medianDays: medianOf(
      Array.from(Map.groupBy(held, ({ pairingId }) => pairingId).values()).flatMap(gapsIn),
    ),
    bumps: sessions.reduce((sum, each) => sum + each.bumps, 0),
    executives: new Set(held.map(({ executiveId }) => executiveId)).size,
    doneByBoth: new Set(agreed.filter(isDoneByBoth).map(({ sessionId }) => sessionId)).size,
    scale: tagged('scale'),
    align: tagged('align'),
    filters: tagged('filters'),
  }
}

/** Days from one session of a pairing to its next. */
function gapsIn(held: readonly Counted[]): readonly number[] {
  const starts = held.flatMap(({ time }) => time?.start ?? []).toSorted((one, other) => one - other)
  return starts.slice(1).map((start, index) => (start - (starts[index] ?? start)) / DAY)
}

/** Rounded to half a day. */
function medianOf(values: readonly number[]): number | null {
  const median = medianIn(values)
  return median === null ? null : Math.round(median * 2) / 2
}

export function medianIn(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
