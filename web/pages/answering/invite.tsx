import { Frame } from '../../parts/frame.tsx'
import { Icon } from '../../parts/icons.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { PostButton } from '../../parts/post.tsx'
import { SenderNote } from '../../parts/sender.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { When } from '../../parts/when.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import { InviteAnswerForm } from './invite-answer.tsx'
import type { InviteData, InviteState } from './invite-data.ts'

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
      {time === null ? null : (
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
      )}
      {isOff(state) || !data.isExecutive ? null : (
        <p class="private">
          <Icon name="lock" /> {words.inviting.privacy}
        </p>
      )}
      <WaitingAnswerNote waits={data.waits} frame={frame} other={otherZone} own={data.ownClock} />
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

/**
 * Delegates read this page too: what is for the executive alone is sent to his own mailbox. Once a date is over or off, a
 * mentor is led to what comes next.
 */
function OwnWay({ data: { frame, action, k, isExecutive, state } }: { readonly data: InviteData }) {
  const { inviting: words, logging } = wordsFor(frame)
  if (!isExecutive)
    return isOff(state) ? (
      <p>
        <a href={paths.mine}>{logging.toMine}</a>
      </p>
    ) : null
  if (isOff(state)) return null
  return (
    <section>
      <PostButton action={action} hidden={{ k, answer: 'own-page' }} label={words.ownPage} tone="link" />
    </section>
  )
}

function isOff({ kind }: InviteState): boolean {
  return kind === 'cancelled' || kind === 'reopened' || kind === 'declined' || kind === 'past'
}
