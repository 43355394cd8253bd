import type { PairingId } from '../ids.ts'
import type { PairingStatus } from '../pairing/pairing.ts'
import type { SeenFields } from '../people/fields.ts'
import type { Interval } from '../time/time.ts'
import { STAGES, type Stage } from './stage.ts'

export type BoardLine = {
  readonly pairingId: PairingId
  readonly executive: string
  readonly mentor: string
  readonly unit: string | null
  readonly status: PairingStatus
  readonly stage: Stage
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
  unit: 'neutral',
  status: 'neutral',
  stage: { sight: 'stage', instead: 'curious' },
  next: 'time',
  isAsked: 'time',
  bumps: { sight: 'bumps', instead: 0 },
  commitment: { sight: 'commitment', instead: null },
}

export const FILTERS = ['all', 'no-date', 'bumped'] as const
export type BoardFilter = (typeof FILTERS)[number]

export type BoardGroup = { readonly stage: Stage; readonly lines: readonly BoardLine[] }

/** By stage, in the order of the path. In a stage most bumps first, because bumps are what ends a programme. */
export function sortBoard(lines: readonly BoardLine[], filter: BoardFilter): readonly BoardLine[] {
  return lines
    .filter(({ next, bumps }) => filter === 'all' || (filter === 'bumped' ? bumps > 0 : next === null))
    .toSorted(
      (one, other) =>
        STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage) ||
        other.bumps - one.bumps ||
        one.executive.localeCompare(other.executive),
    )
}

/** Sorted lines under their stages. */
export function groupBoard(sorted: readonly BoardLine[]): readonly BoardGroup[] {
  return Array.from(
    Map.groupBy(sorted, ({ stage }) => stage),
    ([stage, lines]) => ({ stage, lines }),
  )
}
