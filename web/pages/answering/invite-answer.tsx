import { Hidden, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Icon } from '../../parts/icons.tsx'
import { PostButton } from '../../parts/post.tsx'
import { When } from '../../parts/when.tsx'
import { zoneLabel } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
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

function OpenInvite({ data, state }: { readonly data: InviteData; readonly state: Open }) {
  const words = wordsFor(data.frame).inviting
  const hidden = { k: data.k, answer: 'accept' }
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
      <div class="ways">
        {data.calendarHref ? <a href={data.calendarHref}>{words.add}</a> : null}
        <OtherTime data={data} state={state} />
        <Decline data={data} />
      </div>
      {state.said === 'accepted' ? null : (
        <div class="dock">
          <PostButton action={data.action} hidden={hidden} label={words.accept} tone="primary" />
        </div>
      )}
    </>
  )
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

function OtherTime({ data, state }: { readonly data: InviteData; readonly state: Open }) {
  const words = wordsFor(data.frame).inviting
  const picked = state.form.values['start']
  return (
    <details class="quietly" open={state.form.errors.length > 0}>
      <summary>{words.own}</summary>
      <form method="post" action={data.action} class="stack">
        <Hidden values={{ k: data.k, answer: 'own' }} />
        {state.freeTimes.length > 0 ? (
          <fieldset class="choices">
            <legend>{words.pickOne}</legend>
            {state.freeTimes.map((time) => (
              <div class="choice">
                <input
                  type="radio"
                  id={`start-${time.start}`}
                  name="start"
                  value={String(time.start)}
                  checked={picked === String(time.start)}
                />
                <label for={`start-${time.start}`}>
                  <When time={time} frame={data.frame} other={data.otherZone} own={data.ownClock} />
                </label>
              </div>
            ))}
          </fieldset>
        ) : null}
        <OwnTime data={data} form={state.form} />
        <button class="quiet" type="submit">
          {words.ownSend}
        </button>
      </form>
    </details>
  )
}

function OwnTime({ data, form }: { readonly data: InviteData; readonly form: FormState }) {
  const { frame } = data
  const words = wordsFor(frame)
  return (
    <fieldset class="plain">
      <legend>{words.inviting.ownTime}</legend>
      <div class="pair">
        <p class="soft">{words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, data.time.start))}</p>
        <TextField form={form} name="date" label={words.answering.date} type="date" />
        <TextField
          form={form}
          name="time"
          label={words.answering.time}
          type="time"
          attributes={{ step: 300 }}
        />
      </div>
    </fieldset>
  )
}
