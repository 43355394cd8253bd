import type { Interval } from '../../../worker/domain/time/time.ts'
import { Hidden, TextField } from '../../parts/fields.tsx'
import { chosenOf, FreeTimes } from '../../parts/free-choices.tsx'
import { Icon } from '../../parts/icons.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { SaysButton } from '../../parts/says-button.tsx'
import { When, zoneThen } from '../../parts/when.tsx'
import { formatBriefly, zoneName } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { Choice, Choices } from './choice.tsx'
import type { InviteData, InviteState } from './invite-data.ts'

type Open = Extract<InviteState, { kind: 'open' }>

export function InviteAnswerForm({ data }: { readonly data: InviteData }) {
  const { frame, state } = data
  const words = wordsFor(frame).inviting
  switch (state.kind) {
    case 'open':
      return <OpenInvite data={data} state={state} />
    case 'asked':
      return <Standing title={words.askedTitle} next={words.askedNext} />
    case 'proposed':
      return (
        <>
          <Standing title={words.proposedTitle} next={words.proposedNext} />
          <p class="proposal">
            <When time={state.proposal} frame={frame} other={data.otherZone} own={data.ownClock} />
          </p>
          {state.takeBack ? (
            <PostButton
              action={data.action}
              hidden={{ k: data.k, answer: 'take-back', proposal: state.takeBack }}
              label={wordsFor(frame).answering.takeBack}
            />
          ) : null}
        </>
      )
    case 'declined':
      return <Standing title={words.declined} next={words.declinedNext} />
    case 'reopened':
      return <Standing title={words.reopenedTitle} next={words.reopenedNext} />
    case 'cancelled':
      return <Standing title={words.cancelledTitle} next={words.cancelledNext} />
    case 'past':
      return <Standing title={words.pastTitle} next={words.pastNext} />
  }
}

function Standing({ title, next }: { readonly title: string; readonly next: string }) {
  return (
    <section class="standing">
      <h2>{title}</h2>
      <p>{next}</p>
    </section>
  )
}

function OpenInvite({ data, state }: OpenProps) {
  const words = wordsFor(data.frame).inviting
  return (
    <>
      {state.said === 'accepted' ? (
        <section class="standing">
          <h2>
            <Icon name="check" /> {words.accepted}
          </h2>
          <p>{words.acceptedNext}</p>
        </section>
      ) : null}
      {state.said === 'tentative' ? <p>{words.tentative}</p> : null}
      <AnswerForm data={data} state={state} />
      <div class="ways">
        {data.calendarHref ? <a href={data.calendarHref}>{words.add}</a> : null}
        <Decline data={data} />
      </div>
    </>
  )
}

type OpenProps = { readonly data: InviteData; readonly state: Open }

/** One form with one button: it sends what is chosen, and says so. What was accepted needs no button. */
function AnswerForm({ data, state }: OpenProps) {
  const { frame, action, k, time, ownClock } = data
  const { inviting: words, answering } = wordsFor(frame)
  const chosen = chosenOf(state.form.values['answer'] ?? (state.from ? 'own' : 'accept'), state.free)
  const isAccepted = state.said === 'accepted'
  const says = [
    ...(time === null ? [] : [{ key: 'accept', label: words.acceptTime(briefly(time, frame, ownClock)) }]),
    { key: 'free', label: answering.propose },
    { key: 'own', label: answering.propose },
  ]
  return (
    <form method="post" action={action} class={isAccepted ? 'stack answered' : 'stack'}>
      <Hidden values={{ k, ...(state.from && { from: state.from }) }} />
      <Choices form={state.form} name="answer" legend={words.when}>
        <Choice name="answer" id="answer" value="accept" chosen={chosen}>
          {isAccepted ? words.stays : words.asItIs}
        </Choice>
        <Choice
          name="answer"
          id="choice-own"
          value="own"
          chosen={chosen}
          detail={<OtherTime data={data} state={state} chosen={chosen} />}
        >
          {words.own}
        </Choice>
      </Choices>
      <div class="dock">
        <SaysButton otherwise={answering.confirm} says={says} />
      </div>
    </form>
  )
}

function briefly(time: Interval, frame: PageFrame, clock: InviteData['ownClock']): string {
  return formatBriefly(time.start, { ...frame, zone: clock ? zoneThen(clock, time) : frame.zone })
}

/** Low-key, and never immediate: a mail asks the person to confirm. */
function Decline({ data }: { readonly data: InviteData }) {
  const words = wordsFor(data.frame).inviting
  return (
    <details class="quietly decline">
      <summary>{words.decline}</summary>
      <p>{words.declineWhy}</p>
      <PostButton
        action={data.action}
        hidden={{ k: data.k, answer: 'decline' }}
        label={words.declineConfirm}
      />
    </details>
  )
}

function OtherTime({ data, state, chosen }: OpenProps & { readonly chosen: string }) {
  const { frame, otherZone, ownClock } = data
  const words = wordsFor(frame)
  const zone = zoneName(frame.zone, frame.locale, frame.now)
  return (
    <>
      <FreeTimes
        free={state.free}
        frame={frame}
        name="answer"
        picked={chosen}
        other={otherZone ?? frame.zone}
        own={ownClock}
      />
      <div class="pair typed">
        <p class="soft">{words.inviting.ownHint(zone)}</p>
        <TextField form={state.form} name="date" label={words.answering.date} type="date" />
        <TextField
          form={state.form}
          name="time"
          label={words.answering.time}
          type="time"
          attributes={{ step: 300 }}
        />
      </div>
    </>
  )
}
