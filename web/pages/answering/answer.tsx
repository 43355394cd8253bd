import type { FormState } from '../../parts/form.ts'
import { Frame } from '../../parts/frame.tsx'
import { PlaceLine } from '../../parts/place.tsx'
import { SenderNote } from '../../parts/sender.tsx'
import { WaitingAnswerNote } from '../../parts/waiting-answer.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import type { AnswerData, AnswerState } from './answer-data.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswerGiven } from './answer-given.tsx'
import { clocksOfAnswer } from './clocks.ts'

export function AnswerPage(data: AnswerData) {
  const { frame, state, sender } = data
  const errors = formOf(state)?.errors ?? []
  return (
    <Frame frame={frame} title={titleOf(data)} shape="sheet" errors={errors} letterhead={sender.programme}>
      <Heading data={data} />
      <WaitingAnswerNote waits={data.waits} frame={frame} {...clocksOfAnswer(data)} />
      {state.kind === 'open' ? (
        <AnswerForm data={data} state={state} />
      ) : (
        <AnswerGiven data={data} state={state} />
      )}
      <Next data={data} />
      <ToDesk data={data} />
      <SenderNote sender={sender} frame={frame} />
    </Frame>
  )
}

/** The way to the next question, for somebody who answers for several. */
function Next({ data: { frame, next } }: { readonly data: AnswerData }) {
  const words = wordsFor(frame).answering
  if (!next) return null
  return (
    <section class="aside">
      <p>{words.nextWhy(next.left)}</p>
      <a class="button primary" href={next.href}>
        {words.next(next.left)}
      </a>
    </section>
  )
}

/** All dates of everybody she answers for; it asks for a sign-in of her own. */
function ToDesk({ data: { frame, toExecutive, state } }: { readonly data: AnswerData }) {
  if (toExecutive || state.kind === 'open') return null
  return (
    <p>
      <a href={paths.desk}>{wordsFor(frame).answering.desk}</a>
    </p>
  )
}

function formOf(state: AnswerState): FormState | null {
  if ('form' in state) return state.form
  return 'instead' in state ? (state.instead?.form ?? null) : null
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
      if (state.wanted) return words.moveQuestion
      return state.isReleased ? words.releasedTitle : words.fixed
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
