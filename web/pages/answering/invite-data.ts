import type { ProposalId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { Day, Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { FreeChoices } from '../../parts/free-choices.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { SenderLine } from '../../parts/sender.tsx'
import type { ReaderClock } from '../../parts/when.tsx'

/** The page behind a calendar's event. Everybody who reads the event can open it, so only accepting acts at once. */
export type InviteData = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  /** Null when the calendar may name nobody. */
  readonly otherName: string | null
  /** Null while another is being arranged. */
  readonly time: Interval | null
  readonly otherZone: ReaderClock | null
  /** An executive's own clock, also on trips. */
  readonly ownClock?: ReaderClock
  readonly minutes: number
  readonly place: Place | null
  /** An `.ics` to download; null when there is none. */
  readonly calendarHref: string | null
  /** Whether it is the executive's own invite. */
  readonly isExecutive: boolean
  readonly sender: SenderLine
  readonly state: InviteState
  /** What the reader's side has proposed and a person has not decided yet, where `state` does not say it. */
  readonly waits: WaitingAnswer | null
  /** Who else answered, so that it can be undone; empty when the name is unknown. */
  readonly answeredBy: string | null
}

export type InviteState =
  | {
      readonly kind: 'open'
      readonly said: 'nothing' | 'accepted' | 'tentative'
      readonly free: FreeChoices
      /** From which day on they are listed, if the reader has gone on to another week. */
      readonly from: Day | null
      readonly form: FormState
    }
  /** A mail asks to confirm the decline; until then the time stays fixed. */
  | { readonly kind: 'asked' }
  | {
      readonly kind: 'proposed'
      readonly proposal: Interval
      /** Null: it was not proposed on a page, and is not taken back on one. */
      readonly takeBack: ProposalId | null
    }
  | { readonly kind: 'declined' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'past' }

export const INVITE_FIELDS: SeenFields<InviteData> = {
  frame: 'neutral',
  action: 'neutral',
  k: 'neutral',
  otherName: { sight: 'mentor-name', instead: null },
  time: 'time',
  otherZone: 'time',
  ownClock: 'time',
  minutes: 'time',
  place: 'time',
  calendarHref: 'neutral',
  isExecutive: 'neutral',
  sender: 'neutral',
  state: 'parts',
  waits: { sight: 'time', instead: null },
  answeredBy: { sight: 'answers', instead: null, own: true },
}

export const INVITE_STATE_FIELDS: SeenFields<InviteState> = {
  kind: 'neutral',
  said: { sight: 'answers', instead: 'nothing', own: true },
  free: 'time',
  from: 'time',
  form: 'neutral',
  proposal: 'time',
  takeBack: 'neutral',
}
