import type { OfferId, OptionId, ProposalId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { WaitingAnswer } from '../../../worker/domain/session/waiting-answer.ts'
import type { WhyAsked } from '../../../worker/domain/session/why.ts'
import type { Day, Instant, Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import type { FreeChoices } from '../../parts/free-choices.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import type { SenderLine } from '../../parts/sender.tsx'
import type { ReaderClock } from '../../parts/when.tsx'
import { type WhyLine, WHYS_SEEN } from '../../parts/whys.tsx'

type OfferedTime = Interval & { readonly id: OptionId }

/** It can be picked before its last hour. */
export type HeldTime = OfferedTime & { readonly until: Instant }

/** The page behind a link of an offer letter: for the person who answers for an executive, without a sign-in. */
export type AnswerData = {
  readonly frame: PageFrame
  readonly action: string
  /** The link's token; it is sent in the form, never in a path. */
  readonly k: string
  readonly offerId: OfferId
  readonly executiveName: string
  readonly toExecutive: boolean
  /** Null when it is hidden from the reader. */
  readonly mentorName: string | null
  readonly minutes: number
  readonly place: Place | null
  readonly executiveZone: ReaderClock
  readonly sender: SenderLine
  readonly state: AnswerState
  /** What the executive's side has proposed and a person has not decided yet, where `state` does not say it. */
  readonly waits: WaitingAnswer | null
  /** Free times of both, where another time can be proposed. */
  readonly free: FreeChoices
  /** From which day on they are listed, if the reader has gone on to another week. */
  readonly from: Day | null
  /** The next of the offers that wait for this reader, and how many do. */
  readonly next: { readonly href: string; readonly left: number } | null
}

/** Why the times did not suit: whether the reader may say it, and what was said. */
export type AskedWhy = { readonly asksWhy: WhyAsked; readonly whys: readonly WhyLine[] }

export type OpenAnswer = {
  readonly options: readonly HeldTime[]
  /** A shorter length in minutes that the reader may choose for any of these times. */
  readonly quarter: number | null
  /** The answer whose link was opened in the mail. */
  readonly chosen: OptionId | 'none' | 'later' | 'own' | null
  readonly form: FormState
}

export type AnswerState =
  | ({ readonly kind: 'open' } & OpenAnswer)
  | ({
      readonly kind: 'answered'
      readonly time: Interval
      /** Null when it was the reader. */
      readonly by: string | null
      readonly at: Instant
      readonly justNow: boolean
      /** Another time, just chosen: the page asks “move it?”, and sends this choice. */
      readonly wanted: (Interval & { readonly choice: string }) | null
      /** New times were asked for; until the ten minutes are over it can be kept. */
      readonly isReleased: boolean
    } & AskedWhy)
  | ({ readonly kind: 'none'; readonly form: FormState } & AskedWhy)
  | ({ readonly kind: 'later'; readonly after: Day; readonly form: FormState } & AskedWhy)
  | {
      readonly kind: 'proposed'
      readonly time: Interval
      /** Null: it was not proposed on a page, and is not taken back on one. */
      readonly takeBack: ProposalId | null
      /** The times that are still held; null: none is. */
      readonly instead: OpenAnswer | null
    }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'superseded'; readonly href: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'over'; readonly time: Interval }

export const ANSWER_FIELDS: SeenFields<AnswerData> = {
  frame: 'neutral',
  action: 'neutral',
  k: 'neutral',
  offerId: 'neutral',
  executiveName: 'neutral',
  toExecutive: 'neutral',
  mentorName: { sight: 'mentor-name', instead: null },
  minutes: 'time',
  place: 'time',
  executiveZone: 'time',
  sender: 'neutral',
  state: 'parts',
  waits: { sight: 'time', instead: null },
  free: 'time',
  from: 'time',
  next: 'neutral',
}

export const ANSWER_STATE_FIELDS: SeenFields<AnswerState> = {
  kind: 'neutral',
  options: 'time',
  quarter: 'time',
  chosen: 'neutral',
  form: 'neutral',
  time: 'time',
  by: { sight: 'answers', instead: null },
  at: 'time',
  justNow: 'neutral',
  wanted: 'time',
  isReleased: 'neutral',
  asksWhy: 'neutral',
  whys: WHYS_SEEN,
  after: 'time',
  href: 'neutral',
  takeBack: 'neutral',
  instead: 'time',
}
