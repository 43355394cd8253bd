import type { Place } from '../../../worker/domain/pairing/pairing.ts'
import type { Interval } from '../../../worker/domain/time/time.ts'
import type { FormState } from '../../parts/form.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { Icon } from '../../parts/icons.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { SenderNote, type SenderLine } from '../../parts/sender.tsx'
import { type ReaderClock, When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { InviteAnswerForm } from './invite-answer.tsx'

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

export function InvitePage(data: InviteData) {
  const { frame, state, sender, otherName, time, otherZone } = data
  const words = wordsFor(frame)
  const title = words.inviting.title(otherName)
  return (
    <Frame
      frame={frame}
      title={title}
      shape="sheet"
      errors={'form' in state ? state.form.errors : []}
      letterhead={sender.programme}
    >
      <header class="opening">
        <p class="facts">
          <span>{words.frame.minutes(data.minutes)}</span>
        </p>
        <h1>{title}</h1>
      </header>
      <dl class="particulars">
        <dt>{words.inviting.when}</dt>
        <dd class={isOff(state) ? 'past' : undefined}>
          <When time={time} frame={frame} other={otherZone} own={data.ownClock} />
        </dd>
        <dt>{words.inviting.where}</dt>
        <dd>
          <PlaceLine place={data.place} frame={frame} />
        </dd>
      </dl>
      <p class="private">
        <Icon name="lock" /> {words.inviting.privacy}
      </p>
      <InviteAnswerForm data={data} />
      <AnsweredBy data={data} />
      <OwnWay data={data} />
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}

function AnsweredBy({ data: { frame, action, k, answeredBy } }: { readonly data: InviteData }) {
  const words = wordsFor(frame).received
  if (answeredBy === null) return null
  return (
    <section>
      <p class="soft">{words.answeredBy(answeredBy || words.somebodyUnknown)}</p>
      <PostButton action={action} hidden={{ k, answer: 'undo' }} label={words.undo} tone="link" />
    </section>
  )
}

/** Delegates read this page too: what is the executive's alone comes by his own mail. */
function OwnWay({ data: { frame, action, k, isExecutive, state } }: { readonly data: InviteData }) {
  const words = wordsFor(frame).inviting
  if (!isExecutive || isOff(state)) return null
  return (
    <section>
      <PostButton action={action} hidden={{ k, answer: 'own-page' }} label={words.ownPage} tone="link" />
    </section>
  )
}

function isOff({ kind }: InviteState): boolean {
  return kind === 'cancelled' || kind === 'reopened' || kind === 'declined' || kind === 'past'
}
