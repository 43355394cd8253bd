import type { OfferId, OptionId, PersonId, SessionId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { Trip, WeeklyWindow } from '../../../worker/domain/people/person.ts'
import type { Partstat } from '../../../worker/domain/session/session.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { Day, Instant, Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { ReaderClock } from '../../parts/when.tsx'

/** All executives of an assistant, with what is open for each: times, lengths, places and answers. */
export type DeskData = {
  readonly frame: PageFrame
  readonly executives: readonly DeskExecutive[]
  /** What was typed for one of them. */
  readonly form: FormState
  readonly formOf: PersonId | null
}

export type DeskExecutive = {
  readonly id: PersonId
  readonly name: string
  /** His clock, also on trips. */
  readonly clock: ReaderClock
  readonly lines: readonly DeskLine[]
  readonly trips: readonly Trip[]
  readonly never: readonly WeeklyWindow[]
  /** Whether his published calendar can be read; null: none is. */
  readonly calendar: 'known' | 'unknown' | null
}

type OfDate = {
  readonly sessionId: SessionId
  readonly minutes: number
  readonly place: Place | null
  /** Null where it is hidden from her. */
  readonly mentorName: string | null
  /** Only where he is in several. */
  readonly programme: string | null
  readonly waits: WaitingAnswer | null
}

export type DeskLine = OfDate &
  (
    | {
        readonly kind: 'date'
        readonly time: Interval
        /** What his side has answered. */
        readonly partstat: Partstat
        /** What has come up since it was fixed. */
        readonly clash: 'trip' | 'never' | null
      }
    | {
        readonly kind: 'offer'
        readonly offerId: OfferId
        readonly options: readonly (Interval & { readonly id: OptionId; readonly until: Instant })[]
        /** The page with the other answers; null: it is asked of somebody else. */
        readonly href: string | null
        readonly isAskedHimself: boolean
      }
    | { readonly kind: 'arranging'; readonly notBefore: Day | null }
  )

export const DESK_LINE_FIELDS: SeenFields<DeskLine> = {
  kind: 'neutral',
  sessionId: 'neutral',
  minutes: 'time',
  place: 'time',
  mentorName: { sight: 'mentor-name', instead: null },
  programme: 'neutral',
  waits: { sight: 'time', instead: null },
  time: 'time',
  partstat: { sight: 'answers', instead: 'NEEDS-ACTION' },
  clash: 'time',
  offerId: 'neutral',
  options: 'time',
  href: 'neutral',
  isAskedHimself: 'neutral',
  notBefore: 'time',
}

export const DESK_EXECUTIVE_FIELDS: SeenFields<DeskExecutive> = {
  id: 'neutral',
  name: 'neutral',
  clock: 'time',
  lines: 'parts',
  trips: 'time',
  never: 'time',
  calendar: 'time',
}
