import type { ProposalId, SessionId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { Partstat } from '../../../worker/domain/session/session.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { Day, Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { FreeChoices } from '../../parts/free-choices.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { ReaderClock } from '../../parts/when.tsx'

/** One date at an assistant's desk: to move it, or to give it back. */
export type DeskSessionData = {
  readonly frame: PageFrame
  readonly id: SessionId
  readonly executiveName: string
  readonly clock: ReaderClock
  /** Null where it is hidden from her. */
  readonly mentorName: string | null
  readonly minutes: number
  readonly place: Place | null
  /** Null once it is given back, and a new one is looked for. */
  readonly time: Interval | null
  /** What his side has answered; null: there is no date. */
  readonly partstat: Partstat | null
  /** Nothing can be changed here once it is over, cancelled, or another time is looked for. */
  readonly state: 'open' | 'given-back' | 'over' | 'arranging' | 'cancelled'
  readonly waits: WaitingAnswer | null
  /** The proposed time that she can take back. */
  readonly takeBack: ProposalId | null
  readonly free: FreeChoices
  /** From which day on they are listed, if she has gone on to another week. */
  readonly from: Day | null
  readonly form: FormState
}

export const DESK_SESSION_FIELDS: SeenFields<DeskSessionData> = {
  frame: 'neutral',
  id: 'neutral',
  executiveName: 'neutral',
  clock: 'time',
  mentorName: { sight: 'mentor-name', instead: null },
  minutes: 'time',
  place: 'time',
  time: 'time',
  partstat: { sight: 'answers', instead: null },
  state: 'time',
  waits: { sight: 'time', instead: null },
  takeBack: 'neutral',
  free: 'time',
  from: 'time',
  form: 'neutral',
}
