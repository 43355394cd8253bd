import type { PairingId, PersonId, SessionId } from '../ids.ts'
import type { Policy } from '../programme/programme.ts'
import type { PersonDiary, SoftRefusal } from '../slot/diary.ts'
import type { Side } from '../slot/hours.ts'
import { blackoutOf, whereAt } from '../slot/hours.ts'
import { isWithinHours } from '../slot/judge.ts'
import type { Instant, Interval, Zone } from '../time/time.ts'

/** A date that is fixed, or a time on offer, as it was decided. */
export type DecidedTime = {
  readonly sessionId: SessionId
  readonly pairingId: PairingId
  readonly mentorId: PersonId
  readonly executiveId: PersonId
  readonly time: Interval
  readonly decidedAt: Instant
  /** Where the executive was expected to be. */
  readonly zone: Zone
  readonly isOption: boolean
  /** What the judge said to it then; a human knew and decided otherwise. */
  readonly against: string | null
}

/** When something was last changed that dates are judged by; null: never. */
export type LastChanges = {
  /** A person's hours, trips, “never” rules or zone. */
  readonly hoursOf: (id: PersonId) => Instant | null
  readonly zoneOf: (id: PersonId) => Instant | null
  readonly blackouts: Instant | null
}

/** `trip`: he is in another zone then. `zone`: he has moved, and it is outside his hours now. */
export type Displacement = 'trip' | 'zone' | 'hours' | 'blackout'

/** A date that the judge would not choose any more, since a change that came after it. */
export type Displaced = DecidedTime & {
  /** Whose trip, hours or blackout. */
  readonly personId: PersonId
  readonly why: Displacement
  readonly since: Instant
}

export type Judging = {
  readonly diaryOf: (id: PersonId) => PersonDiary
  readonly policy: Policy
  readonly changes: LastChanges
}

/**
 * Why a date that was right when it was fixed is not any more: a trip, a move, new hours or a blackout covers it now.
 * What stood in the way before was known to whoever fixed it; of the same moment nothing is known, so it is shown. Derived
 * each time, so it ends with its reason. All reasons,
 * the weightiest first.
 */
export function displacedBy(decided: DecidedTime, judging: Judging): readonly Displaced[] {
  const { executiveId, mentorId, decidedAt } = decided
  return [
    travelling(decided, judging),
    outside(decided, judging, executiveId, 'executive'),
    outside(decided, judging, mentorId, 'mentor'),
    blackedOut(decided, judging, executiveId, 'executive'),
    blackedOut(decided, judging, mentorId, 'mentor'),
  ].flatMap((each) => (each && each.since >= decidedAt ? [{ ...decided, ...each }] : []))
}

type Reason = Pick<Displaced, 'personId' | 'why' | 'since'>

function travelling({ executiveId, time, zone }: DecidedTime, { diaryOf, changes }: Judging): Reason | null {
  const diary = diaryOf(executiveId)
  const where = whereAt(diary, 'executive', time.start)
  const since = changes.hoursOf(executiveId)
  if (since === null || where === zone || where === diary.availability.zone) return null
  return { personId: executiveId, why: 'trip', since }
}

function outside(
  { time, decidedAt, against }: DecidedTime,
  { diaryOf, policy, changes }: Judging,
  personId: PersonId,
  side: Side,
): Reason | null {
  if (isWithinHours(diaryOf(personId), side, { policy }, time)) return null
  const moved = changes.zoneOf(personId)
  if (moved !== null && moved >= decidedAt) return { personId, why: 'zone', since: moved }
  const since = changes.hoursOf(personId)
  if (since === null || WAS_OUTSIDE.has(against)) return null
  return { personId, why: 'hours', since }
}

/** Outside the hours already when it was decided. */
const WAS_OUTSIDE: ReadonlySet<string | null> = new Set([
  'outside-availability',
  'outside-executive-hours',
] satisfies SoftRefusal['reason'][])

function blackedOut(
  { time, against }: DecidedTime,
  { diaryOf, policy, changes: { blackouts: since } }: Judging,
  personId: PersonId,
  side: Side,
): Reason | null {
  if (since === null || against === 'blackout' || !blackoutOf(diaryOf(personId), policy, side, time))
    return null
  return { personId, why: 'blackout', since }
}
