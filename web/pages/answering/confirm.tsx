import type { SeenFields } from '../../../worker/domain/people/fields.ts'
import type { Interval, Zone } from '../../../worker/domain/time/time.ts'
import { Frame } from '../../parts/frame.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { type SenderLine, SenderNote } from '../../parts/sender.tsx'
import { When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'

/** The page behind the mail that asks a person to confirm a decline requested on the invite's page. */
export type ConfirmData = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  readonly executiveName: string
  readonly time: Interval
  readonly otherZone: Zone | null
  readonly sender: SenderLine
  readonly state: 'open' | 'done' | 'reopened' | 'past'
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
}: ConfirmData) {
  const words = wordsFor(frame).inviting
  const titles = {
    open: words.confirmTitle,
    done: words.confirmedTitle,
    reopened: words.reopenedTitle,
    past: words.pastTitle,
  }
  const next = {
    open: words.confirmWhy(executiveName),
    done: words.confirmedNext,
    reopened: words.reopenedNext,
    past: words.pastNext,
  }
  return (
    <Frame frame={frame} title={titles[state]} shape="sheet" letterhead={sender.programme}>
      <h1>{titles[state]}</h1>
      <p class={state === 'open' ? 'settled' : 'settled past'}>
        <When time={time} frame={frame} other={otherZone} />
      </p>
      <p>{next[state]}</p>
      {state === 'open' ? (
        <div class="dock">
          <PostButton action={action} hidden={{ k }} label={words.confirmDecline} tone="primary" />
        </div>
      ) : null}
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}
