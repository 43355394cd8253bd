import type { OfferId } from '../../../worker/domain/ids.ts'
import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { WhyAsked } from '../../../worker/domain/session/why.ts'
import type { Interval, Zone } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { type SenderLine, SenderNote } from '../../parts/sender.tsx'
import { When } from '../../parts/when.tsx'
import { type WhyLine, WHYS_SEEN, WhyRow } from '../../parts/whys.tsx'
import { wordsFor } from '../../words/pages/words.ts'

/** The page behind the mail that asks a person to confirm a decline requested on the invite's page. */
export type ConfirmData = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  readonly executiveName: string
  /** Null while another is being arranged. */
  readonly time: Interval | null
  readonly otherZone: Zone | null
  readonly sender: SenderLine
  readonly state: 'open' | 'done' | 'kept' | 'reopened' | 'past'
  /** The offer whose time was given up; null: there is none, or it is not his to say why. */
  readonly offerId: OfferId | null
  readonly asksWhy: WhyAsked
  readonly whys: readonly WhyLine[]
}

export const CONFIRM_FIELDS: SeenFields<ConfirmData> = {
  frame: 'neutral',
  action: 'neutral',
  k: 'neutral',
  executiveName: 'neutral',
  time: 'time',
  otherZone: 'time',
  sender: 'neutral',
  state: 'neutral',
  offerId: 'neutral',
  asksWhy: 'neutral',
  whys: WHYS_SEEN,
}

export function ConfirmPage({
  frame,
  action,
  k,
  executiveName,
  time,
  otherZone,
  sender,
  state,
  offerId,
  asksWhy: asked,
  whys: said,
}: ConfirmData) {
  const words = wordsFor(frame).inviting
  const titles = {
    open: words.confirmTitle,
    done: words.confirmedTitle,
    kept: words.keptTitle,
    reopened: words.reopenedTitle,
    past: words.pastTitle,
  }
  const next = {
    open: words.confirmWhy(executiveName),
    done: words.confirmedNext,
    kept: words.keptNext,
    reopened: words.reopenedNext,
    past: words.pastNext,
  }
  return (
    <Frame frame={frame} title={titles[state]} shape="sheet" letterhead={sender.programme}>
      <h1>{titles[state]}</h1>
      {time === null ? null : (
        <p class={state === 'open' || state === 'kept' ? 'settled' : 'settled past'}>
          <When time={time} frame={frame} other={otherZone} />
        </p>
      )}
      <p>{next[state]}</p>
      {state === 'open' ? (
        <div class="dock">
          <PostButton action={action} hidden={{ k }} label={words.confirmDecline} tone="primary" />
        </div>
      ) : null}
      {state === 'done' ? (
        <PostButton action={action} hidden={{ k, keep: 'yes' }} label={wordsFor(frame).answering.keepIt} />
      ) : null}
      {offerId ? (
        <WhyRow
          {...{ frame, asked, said, action }}
          hidden={{ k, offer: offerId }}
          hint={wordsFor(frame).whys.readByManager(sender.name)}
        />
      ) : null}
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}
