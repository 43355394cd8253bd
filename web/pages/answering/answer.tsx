import type { OfferId, OptionId } from '../../../worker/domain/ids.ts'
import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { Day, Instant, Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { SenderNote, type SenderLine } from '../../parts/sender.tsx'
import type { ReaderClock } from '../../parts/when.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswerGiven } from './answer-given.tsx'

export type OfferedTime = Interval & { readonly id: OptionId }

/** What a link of an offer's mail opens: for whoever answers for an executive, without a login. */
export type AnswerData = {
  readonly frame: PageFrame
  readonly action: string
  /** The link's secret; it travels in the form, never in a path. */
  readonly k: string
  readonly offerId: OfferId
  readonly executiveName: string
  readonly toExecutive: boolean
  /** Null where it is hidden from the reader. */
  readonly mentorName: string | null
  readonly minutes: number
  readonly place: Place | null
  readonly executiveZone: ReaderClock
  readonly sender: SenderLine
  readonly state: AnswerState
}

export type AnswerState =
  | {
      readonly kind: 'open'
      readonly options: readonly OfferedTime[]
      readonly heldUntil: Instant
      /** Minutes that may be said to be enough of any of these times. */
      readonly quarter: number | null
      /** The option of the button that was tapped in the mail. */
      readonly chosen: OptionId | 'none' | 'later' | 'own' | null
      readonly form: FormState
    }
  | {
      readonly kind: 'answered'
      readonly time: Interval
      /** Null where it was the reader. */
      readonly by: string | null
      readonly at: Instant
      readonly justNow: boolean
      /** Another of the times, just tapped: “move it?” */
      readonly wanted: OfferedTime | null
      readonly canAskAnew: boolean
    }
  | { readonly kind: 'none'; readonly form: FormState }
  | { readonly kind: 'later'; readonly after: Day; readonly form: FormState }
  | { readonly kind: 'proposed'; readonly time: Interval }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'superseded'; readonly href: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'over'; readonly time: Interval }

export function AnswerPage(data: AnswerData) {
  const { frame, state, sender } = data
  const errors = 'form' in state ? state.form.errors : []
  return (
    <Frame frame={frame} title={titleOf(data)} shape="sheet" errors={errors} letterhead={sender.programme}>
      <Heading data={data} />
      {state.kind === 'open' ? (
        <AnswerForm data={data} state={state} />
      ) : (
        <AnswerGiven data={data} state={state} />
      )}
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}

function Heading({ data }: { readonly data: AnswerData }) {
  const { frame, mentorName, minutes, place, executiveName, toExecutive } = data
  const words = wordsFor(frame)
  return (
    <header class="opening">
      <p class="facts">
        {toExecutive ? null : <span>{executiveName}</span>}
        <span>
          {words.frame.minutes(minutes)} {words.answering.withWhom(mentorName)}
        </span>
      </p>
      {place ? (
        <p class="facts">
          <PlaceLine place={place} frame={frame} />
        </p>
      ) : null}
      <h1>{titleOf(data)}</h1>
    </header>
  )
}

function titleOf({ frame, state, toExecutive, executiveName }: AnswerData): string {
  const words = wordsFor(frame).answering
  switch (state.kind) {
    case 'open':
      return toExecutive ? words.whichForYou : words.whichFor(executiveName)
    case 'answered':
      return state.wanted ? words.moveQuestion : words.fixed
    case 'none':
      return words.noneTitle
    case 'later':
      return words.laterTitle(formatDay(state.after, frame))
    case 'proposed':
      return words.proposedTitle
    case 'expired':
      return words.expiredTitle
    case 'superseded':
      return words.supersededTitle
    case 'cancelled':
      return words.cancelledTitle
    case 'over':
      return words.overTitle
  }
}
