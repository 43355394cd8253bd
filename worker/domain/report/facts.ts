import type { PairingId, PersonId, SessionId } from '../ids.ts'
import { EVIDENCES } from '../path/stage.ts'
import { isDoneByBoth } from '../session/commitment.ts'
import type { Benefit, Commitment, Evidence } from '../session/outcome.ts'
import { type SessionStatus, wasHeld } from '../session/session.ts'
import type { Why } from '../session/why.ts'
import { DAY, type Instant } from '../time/time.ts'

/** The causes that are counted. “Of no use” is the manager's alone, and “rather not say” says nothing. */
export const CAUSES = ['full-week', 'travel', 'not-now'] as const satisfies readonly Why[]
export type Cause = (typeof CAUSES)[number]

/**
 * What is counted, each of one executive on one day. `met` and the stages: the first time. `untold`, `untagged` and
 * `not-done` are the rest: sessions without one of the causes, without a benefit, without something done.
 */
export type Atom =
  | 'held'
  | 'fell-through'
  | 'bump'
  | 'met'
  | 'done-by-both'
  | Benefit
  | Evidence
  | `missed-${Cause}`
  | `unsuited-${Cause}`
  | 'untold'
  | 'untagged'
  | 'not-done'

export type Fact = { readonly atom: Atom; readonly executiveId: PersonId; readonly at: Instant }

/** From the first pairing to the end of the last; null: one has not ended. */
export type TakingPart = {
  readonly executiveId: PersonId
  readonly from: Instant
  readonly to: Instant | null
}

/**
 * A session with a date, and what its log says. One that is not logged is neither held nor fallen through. `at`: when it
 * was logged first; one that was called off counts from its start.
 */
export type HappenedSession = {
  readonly id: SessionId
  readonly pairingId: PairingId
  readonly executiveId: PersonId
  readonly status: SessionStatus
  readonly start: Instant
  readonly at: Instant
  readonly bumps: number
  readonly benefit: Benefit | null
  readonly evidence: Evidence | null
  readonly whyNotHeld: Cause | null
}

/** What storage reads of a programme. */
export type Happened = {
  readonly sessions: readonly HappenedSession[]
  readonly agreed: readonly Pick<Commitment, 'sessionId' | 'done' | 'saidDone'>[]
  readonly unsuited: readonly { readonly executiveId: PersonId; readonly at: Instant; readonly code: Cause }[]
  readonly people: readonly TakingPart[]
}

export function factsOf(happened: Happened): readonly Fact[] {
  const done = new Set(happened.agreed.filter(isDoneByBoth).map(({ sessionId }) => sessionId))
  return [
    ...happened.sessions.flatMap((session) => ofSession(session, done)),
    ...firsts(happened),
    ...happened.unsuited.map(({ code, ...fact }) => ({ ...fact, atom: `unsuited-${code}` as const })),
  ]
}

function ofSession(session: HappenedSession, done: ReadonlySet<SessionId>): readonly Fact[] {
  const { id, executiveId, status, at, bumps, benefit, whyNotHeld } = session
  const isHeld = wasHeld(status)
  if (!isHeld && status !== 'did-not-happen' && status !== 'cancelled') return []
  const given = Array.from({ length: bumps }, () => 'bump' as const)
  const atoms: readonly Atom[] = isHeld
    ? ['held', benefit ?? 'untagged', done.has(id) ? 'done-by-both' : 'not-done']
    : ['fell-through', whyNotHeld === null ? 'untold' : `missed-${whyNotHeld}`]
  return [...atoms, ...given].map((atom) => ({ atom, executiveId, at }))
}

/** The day on which each executive met first, and reached each stage or a later one. */
function firsts({ sessions }: Happened): readonly Fact[] {
  const met = sessions.filter(({ status }) => wasHeld(status))
  const reached = (index: number) =>
    met.filter(({ evidence }) => evidence !== null && EVIDENCES.indexOf(evidence) >= index)
  return [
    ...firstOfEach('met', met),
    ...EVIDENCES.flatMap((stage, index) => firstOfEach(stage, reached(index))),
  ]
}

function firstOfEach(atom: Atom, sessions: readonly HappenedSession[]): readonly Fact[] {
  const latestFirst = sessions.toSorted((one, other) => other.at - one.at)
  const earliest = new Map(latestFirst.map(({ executiveId, at }) => [executiveId, at]))
  return Array.from(earliest, ([executiveId, at]) => ({ atom, executiveId, at }))
}

/** Days between two sessions of a pairing: whose, how many, and since when it is known. */
export type Gap = { readonly executiveId: PersonId; readonly days: number; readonly at: Instant }

export function gapsOf({ sessions }: Happened): readonly Gap[] {
  const held = sessions.filter(({ status }) => wasHeld(status))
  return Array.from(Map.groupBy(held, ({ pairingId }) => pairingId).values()).flatMap((ofPairing) => {
    const sorted = ofPairing.toSorted((one, other) => one.start - other.start)
    return sorted.slice(1).map(({ executiveId, start, at }, index) => ({
      ...{ executiveId, at },
      days: (start - (sorted[index]?.start ?? start)) / DAY,
    }))
  })
}
