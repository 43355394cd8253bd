import { MINUTES_INPUT, CheckField, ChoiceField, SelectField, TextField } from '../../../parts/fields.tsx'
import { ReasonField, TimeFields } from '../../../parts/time-fields.tsx'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { ActionDisclosure, isRefused } from './action-disclosure.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { BeginWith, Relocate, Substitute } from './session-changes.tsx'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** Only what can be done now; a refused form is open. */
export function SessionActions({ data }: Props) {
  const { frame, status, ended, outcome } = data
  const words = wordsFor(frame).session
  const isFixed = status === 'fixed'
  if (status === 'cancelled') return null
  return (
    <section class="disclosures">
      <h2>{words.act}</h2>
      {status === 'offered' ? (
        <a class="button primary" href={paths.offer(data.pairingId)}>
          {words.offerAgain}
        </a>
      ) : null}
      {ended && !outcome ? <OutcomeForm data={data} /> : null}
      {isFixed && !ended ? <Move data={data} /> : null}
      {isFixed && !ended ? <Substitute data={data} /> : null}
      {isFixed && !ended ? <Relocate data={data} /> : null}
      <BeginWith data={data} />
      {isFixed && !ended ? <AnswerFor data={data} /> : null}
      {(isFixed && !ended) || status === 'offered' ? <Cancel data={data} /> : null}
    </section>
  )
}

function Move({ data }: Props) {
  const { frame, form, minutes, mentor } = data
  const others = data.mentors.filter(({ id }) => id !== mentor.id)
  const words = wordsFor(frame)
  const zone = words.frame.zoneOf(zoneLabel(frame.zone, frame.locale, data.time?.start ?? frame.now))
  return (
    <ActionDisclosure
      title={words.session.move}
      hint={`${words.session.moveHint} ${zone}`}
      open={isRefused(data, ['date', 'time', 'minutes', 'withId', 'reason'])}
    >
      <form method="post" action={paths.sessionTime(data.id)} class="stack">
        <div class="pair">
          <TimeFields form={form} day={words.session.newDate} hour={words.session.newTime} />
          <TextField
            form={form}
            name="minutes"
            label={words.session.minutes}
            type="number"
            value={String(minutes)}
            attributes={MINUTES_INPUT}
          />
        </div>
        {others.length > 0 ? (
          <SelectField
            form={form}
            name="withId"
            label={words.session.withWhom}
            value={mentor.id}
            choices={[mentor, ...others].map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <ReasonField frame={frame} form={form} />
        <button class="quiet" type="submit">
          {words.session.move}
        </button>
      </form>
    </ActionDisclosure>
  )
}

function AnswerFor({ data }: Props) {
  const { frame, form, invites } = data
  const words = wordsFor(frame)
  const answers = ['ACCEPTED', 'TENTATIVE', 'DECLINED'] as const
  return (
    <ActionDisclosure
      title={words.session.answerFor}
      hint={words.session.answerHint}
      open={isRefused(data, ['personId', 'partstat'])}
    >
      <form method="post" action={paths.sessionAnswers(data.id)} class="stack">
        <SelectField
          form={form}
          name="personId"
          label={words.session.who}
          choices={invites
            .filter(({ live }) => live)
            .map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <ChoiceField
          form={form}
          name="partstat"
          label={words.session.says}
          value="ACCEPTED"
          choices={answers.map((value) => ({ value, label: words.frame.partstat[value] }))}
        />
        <button class="quiet" type="submit">
          {words.session.record}
        </button>
      </form>
    </ActionDisclosure>
  )
}

function Cancel({ data }: Props) {
  const { frame, form, status } = data
  const words = wordsFor(frame).session
  return (
    <ActionDisclosure title={words.cancel} hint={words.cancelHint} open={false}>
      <form method="post" action={paths.sessionCancellation(data.id)} class="stack">
        {status === 'fixed' ? <CheckField form={form} name="reopen" label={words.reopen} /> : null}
        <button class="stop" type="submit">
          {words.cancel}
        </button>
      </form>
    </ActionDisclosure>
  )
}
