import type { PairingId, PersonId } from '../../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Interval } from '../../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'

/** Before a pairing ends: what it will do. */
export type PairingEndingData = {
  readonly frame: PageFrame
  readonly id: PairingId
  readonly executive: string
  readonly mentor: string
  /** Who takes over, and the id of the new pairing; null: the pairing ends, and nobody follows. */
  readonly next: { readonly id: PersonId; readonly name: string; readonly newId: PairingId } | null
  /** The date that is called off. */
  readonly date: Interval | null
  /** Whether times are on offer: they are given back. */
  readonly isAsked: boolean
}

export const PAIRING_ENDING_FIELDS: SeenFields<PairingEndingData> = {
  frame: 'neutral',
  id: 'neutral',
  executive: 'neutral',
  mentor: 'mentor-name',
  next: 'mentor-name',
  date: 'time',
  isAsked: 'time',
}
