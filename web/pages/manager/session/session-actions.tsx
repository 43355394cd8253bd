import { CheckField, ChoiceField, SelectField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { ActionDisclosure, isRefused } from './action-disclosure.tsx'
import { Move } from './move.tsx'
import { Barred, GoOn } from './onward.tsx'
import { ChangeLog, OutcomeForm } from './outcome-form.tsx'
import { BeginWith, Relocate, Substitute } from './session-changes.tsx'
import type { SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

/** Only what can be done now; a refused form is open. */
export function SessionActions({ data }: Props) {
  const { frame, status, ended, outcome, onward } = data
  const words = wordsFor(frame).session
  const isFixed = status === 'fixed'
  const isOver = !isFixed && status !== 'offered'
  return (
    <section class="disclosures">
      <h2>{words.act}</h2>
      {status === 'offered' ? onward.isBarred ? <Barred data={data} /> : <OfferAgain data={data} /> : null}
      {isFixed && ended && !outcome ? <OutcomeForm data={data} /> : null}
      {isOver ? <GoOn data={data} /> : null}
      {isOver && outcome ? <ChangeLog data={data} logged={outcome} /> : null}
      {isFixed && !ended ? onward.isBarred ? <Barred data={data} /> : <Move data={data} /> : null}
      {isFixed && !ended ? <Substitute data={data} /> : null}
      {isFixed && !ended ? <Relocate data={data} /> : null}
      <BeginWith data={data} />
      {isFixed && !ended ? <AnswerFor data={data} /> : null}
      {(isFixed && !ended) || status === 'offered' ? <Cancel data={data} /> : null}
    </section>
  )
}

/** The first thing to do where nobody is asked; while somebody is, a quiet one that says what it gives up. */
function OfferAgain({ data }: Props) {
  const { frame, offer, pairingId } = data
  const words = wordsFor(frame)
  const isWaiting = offer?.options.some(({ stands }) => stands) ?? false
  const link = (tone: 'primary' | 'quiet') => (
    <a class={`button ${tone}`} href={paths.offer(pairingId)}>
      {words.session.offerAgain}
    </a>
  )
  if (!isWaiting) return link('primary')
  return (
    <ActionDisclosure title={words.session.offerAgain} hint={words.steering.newHint} open={false}>
      <p>{link('quiet')}</p>
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
          choices={answers.map((value) => ({ value, label: words.states.answer[value] }))}
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
