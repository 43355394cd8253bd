import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { Fields } from '../../../worker/domain/people/fields.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { SenderLine } from '../../parts/sender.tsx'
import type { ReaderClock } from '../../parts/when.tsx'

/** The page behind a calendar's event. Whoever reads the event can open it, so only accepting acts at once. */
export type InviteData = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  /** Null where the calendar may not name anybody. */
  readonly otherName: string | null
  readonly time: Interval
  readonly otherZone: ReaderClock | null
  /** Where the reader is an executive: his clock, on trips too. */
  readonly ownClock?: ReaderClock
  readonly minutes: number
  readonly place: Place | null
  /** An `.ics` to download; null where there is none. */
  readonly calendarHref: string | null
  /** Whether it is the executive's own invite. */
  readonly isExecutive: boolean
  readonly sender: SenderLine
  readonly state: InviteState
  /** Somebody else answered, which can be taken back; his name, empty where we do not know him. */
  readonly answeredBy: string | null
}

export type InviteState =
  /** `freeTimes` are offered as radios by their start in epoch milliseconds. */
  | {
      readonly kind: 'open'
      readonly said: 'nothing' | 'accepted' | 'tentative'
      readonly freeTimes: readonly Interval[]
      readonly form: FormState
    }
  /** A mail asks to confirm the decline; the time stands until then. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'proposed'; readonly proposal: Interval }
  | { readonly kind: 'declined' }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'past' }

export const INVITE_FIELDS: Fields<InviteData> = {
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
  answeredBy: { sight: 'answers', instead: null, own: true },
}

export const INVITE_STATE_FIELDS: Fields<InviteState> = {
  kind: 'neutral',
  said: { sight: 'answers', instead: 'nothing', own: true },
  freeTimes: 'time',
  form: 'neutral',
  proposal: 'time',
}
