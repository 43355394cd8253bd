import type { EventCode, EventDoor } from '../../../../worker/domain/events.ts'
import type { PairingStatus } from '../../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Partstat } from '../../../../worker/domain/session/session.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'

/** As in the history of a session, and what it is about. */
export type ActivityLine = {
  readonly code: EventCode
  readonly at: Instant
  /** Null: Sotto. */
  readonly who: string | null
  readonly door: EventDoor
  readonly time: Interval | null
  readonly partstat: Partstat | null
  /** What became of a pairing. */
  readonly status: PairingStatus | null
  readonly about: string
  /** Null: it has no page any more. */
  readonly href: string | null
}

export type ActivityData = {
  readonly frame: PageFrame
  readonly lines: readonly ActivityLine[]
  /** How many days it goes back. */
  readonly days: number
  /** Link to what was before; null: there is no more. */
  readonly earlier: string | null
  /** Whether the page begins with the latest. */
  readonly isLatest: boolean
}

export const ACTIVITY_FIELDS: SeenFields<ActivityData> = {
  frame: 'neutral',
  lines: { sight: 'history', instead: [] },
  days: 'neutral',
  earlier: 'neutral',
  isLatest: 'neutral',
}
