import type { PersonId, SessionId } from '../../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import type { Instant, Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'

/** Before somebody is erased: what it will do. */
export type ErasureData = {
  readonly frame: PageFrame
  readonly id: PersonId
  readonly name: string
  /** Empty: the person has left already. */
  readonly roles: readonly Role[]
  /** When the person asked for it; null: nobody did. */
  readonly askedAt: Instant | null
  /** The reader's programmes from which the person goes. */
  readonly programmes: readonly string[]
  /** Dates that are called off, with whom. */
  readonly dates: readonly { readonly id: SessionId; readonly who: string; readonly time: Interval }[]
  readonly offers: number
  /** The executives for whom somebody else is asked. */
  readonly askedAnew: readonly string[]
  /** Since when it is under way: cancellations leave first. */
  readonly underWaySince: Instant | null
  /** Why it cannot be, as a sentence. */
  readonly refused: string | null
}

export const ERASURE_FIELDS: SeenFields<ErasureData> = {
  frame: 'neutral',
  id: 'neutral',
  name: 'neutral',
  roles: 'neutral',
  askedAt: 'neutral',
  programmes: 'neutral',
  dates: 'mentor-name',
  offers: 'neutral',
  askedAnew: 'neutral',
  underWaySince: 'neutral',
  refused: 'neutral',
}
