import type { PairingId, PersonId, SessionId } from '../../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../../worker/domain/people/fields.ts'
import type { Role } from '../../../../worker/domain/people/person.ts'
import type { Day, Interval } from '../../../../worker/domain/time/time.ts'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'

/** Before somebody leaves: what it will do. */
export type DepartureData = {
  readonly frame: PageFrame
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
  /** The last day that stands already. */
  readonly leavesOn: Day | null
  /** The last day in question. */
  readonly on: Day
  /** The reader's programmes that the person leaves. */
  readonly programmes: readonly string[]
  readonly needMentor: readonly DateLine[]
  readonly calledOff: readonly DateLine[]
  readonly offers: number
  readonly waiting: readonly PairingLine[]
  readonly ended: readonly PairingLine[]
  /** The executives for whom somebody else is asked. */
  readonly askedAnew: readonly string[]
  readonly form: FormState
}

type DateLine = { readonly id: SessionId; readonly who: string; readonly time: Interval }
type PairingLine = { readonly id: PairingId; readonly title: string }

export const DEPARTURE_FIELDS: SeenFields<DepartureData> = {
  frame: 'neutral',
  id: 'neutral',
  name: 'neutral',
  roles: 'neutral',
  leavesOn: 'neutral',
  on: 'neutral',
  programmes: 'neutral',
  needMentor: 'mentor-name',
  calledOff: 'mentor-name',
  offers: 'neutral',
  waiting: 'mentor-name',
  ended: 'mentor-name',
  askedAnew: 'neutral',
  form: 'neutral',
}
