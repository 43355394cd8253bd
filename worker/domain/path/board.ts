import type { PairingId, PersonId } from '../ids.ts'
import type { PairingStatus } from '../pairing/pairing.ts'
import type { SeenFields } from '../people/fields.ts'
import type { Blocker } from '../people/person.ts'
import type { Interval } from '../time/time.ts'
import { STAGES, type Stage } from './stage.ts'

export type BoardLine = {
  readonly pairingId: PairingId
  readonly executive: string
  readonly mentor: string
  readonly mentorId: PersonId | null
  readonly unit: string | null
  readonly status: PairingStatus
  /** Null: the programme keeps no stages. */
  readonly stage: Stage | null
  readonly blockers: readonly Blocker[]
  /** Null while there is no date. */
  readonly next: Interval | null
  readonly isAsked: boolean
  /** Bumps since the last session that took place. */
  readonly bumps: number
  readonly commitment: string | null
}

export const BOARD_LINE_FIELDS: SeenFields<BoardLine> = {
  pairingId: 'neutral',
  executive: 'neutral',
  mentor: 'mentor-name',
  mentorId: { sight: 'mentor-name', instead: null },
  unit: 'neutral',
  status: 'neutral',
  stage: { sight: 'stage', instead: null },
  blockers: { sight: 'stage', instead: [] },
  next: 'time',
  isAsked: 'time',
  bumps: { sight: 'bumps', instead: 0 },
  commitment: { sight: 'commitment', instead: null },
}

export const BOARD_SHOWS = ['all', 'no-date', 'bumped'] as const
export type BoardShow = (typeof BOARD_SHOWS)[number]

/** On the board is what has not ended. */
export const BOARD_STATUSES = ['proposed', 'active', 'paused'] as const

/** Null: whatever it is. */
export type BoardFilter = {
  readonly show: BoardShow
  readonly mentor: PersonId | null
  readonly stage: Stage | null
  readonly status: PairingStatus | null
  readonly blocker: Blocker | null
}

/** `stage`, the usual one, is the path with its groups; the others are plain lists. */
export const BOARD_SORTS = ['stage', 'executive', 'mentor', 'next', 'bumps'] as const
export type BoardSort = (typeof BOARD_SORTS)[number]

/** Null: a list without groups. */
export type BoardGroup = { readonly stage: Stage | null; readonly lines: readonly BoardLine[] }

export function filterBoard(lines: readonly BoardLine[], filter: BoardFilter): readonly BoardLine[] {
  const { show, mentor, stage, status, blocker } = filter
  return lines.filter(
    (line) =>
      (show === 'all' || (show === 'bumped' ? line.bumps > 0 : line.next === null)) &&
      (mentor === null || line.mentorId === mentor) &&
      (stage === null || line.stage === stage) &&
      (status === null || line.status === status) &&
      (blocker === null || line.blockers.includes(blocker)),
  )
}

/** By stage, in the order of the path; in a stage most bumps first, because bumps are what ends a programme. */
export function sortBoard(lines: readonly BoardLine[], sort: BoardSort = 'stage'): readonly BoardLine[] {
  const orders: Readonly<Record<BoardSort, (one: BoardLine, other: BoardLine) => number>> = {
    stage: (one, other) => placeOf(one) - placeOf(other) || other.bumps - one.bumps,
    executive: () => 0,
    mentor: (one, other) => one.mentor.localeCompare(other.mentor),
    // Whoever has no date needs one first.
    next: (one, other) => (one.next?.start ?? 0) - (other.next?.start ?? 0),
    bumps: (one, other) => other.bumps - one.bumps,
  }
  return lines.toSorted(
    (one, other) => orders[sort](one, other) || one.executive.localeCompare(other.executive),
  )
}

function placeOf({ stage }: BoardLine): number {
  return stage === null ? -1 : STAGES.indexOf(stage)
}

/** Sorted lines under their stages, or as one list. */
export function groupBoard(sorted: readonly BoardLine[], sort: BoardSort = 'stage'): readonly BoardGroup[] {
  if (sort !== 'stage') return sorted.length > 0 ? [{ stage: null, lines: sorted }] : []
  return Array.from(
    Map.groupBy(sorted, ({ stage }) => stage),
    ([stage, lines]) => ({ stage, lines }),
  )
}
