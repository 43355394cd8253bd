import type { Child } from 'hono/jsx'

import { Hidden, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { chosenOf, FreeTimes } from '../../parts/free-choices.tsx'
import { HeldUntil, LastHour } from '../../parts/last-hour.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { keyOfChoice, SaysButton } from '../../parts/says-button.tsx'
import { When, zoneThen } from '../../parts/when.tsx'
import { formatBriefly, zoneName } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import type { AnswerData, OpenAnswer } from './answer-data.ts'
import { Choice, Choices } from './choice.tsx'
import { clocksOfAnswer } from './clocks.ts'

type OpenProps = { readonly data: AnswerData; readonly state: OpenAnswer }

/** The times as one group of radios, the other answers below them, and one button that says which it sends. */
export function AnswerForm({
  data,
  state,
  isAnswered = false,
}: OpenProps & { readonly isAnswered?: boolean }) {
  const { frame, executiveName, toExecutive } = data
  const words = wordsFor(frame).answering
  const chosen = chosenOf(state.form.values['choice'] ?? state.chosen, data.free)
  return (
    <Answering data={data} options={state.options} isAnswered={isAnswered}>
      <p class="soft">
        <HeldUntil times={state.options} sentence={words.held} frame={frame} />
      </p>
      <Choices form={state.form} legend={toExecutive ? words.whichForYou : words.whichFor(executiveName)}>
        {state.options.map((option, index) => (
          <Choice
            id={index === 0 ? 'choice' : option.id}
            value={option.id}
            chosen={chosen}
            nth={keyOfChoice(index)}
          >
            <When time={option} frame={frame} {...clocksOfAnswer(data)} />
            <LastHour time={option} times={state.options} frame={frame} />
          </Choice>
        ))}
        {state.quarter ? <Enough minutes={state.quarter} frame={frame} form={state.form} /> : null}
        <Choice id="choice-none" value="none" chosen={chosen} detail={<p class="soft">{words.noneHint}</p>}>
          {words.none}
        </Choice>
        <OtherAnswers data={data} form={state.form} chosen={chosen} />
      </Choices>
      <p class="soft">{toExecutive ? words.nextForYou : words.nextFor(executiveName)}</p>
    </Answering>
  )
}

type EnoughProps = { readonly minutes: number; readonly frame: PageFrame; readonly form: FormState }

/** Takes only the first minutes of a held time; the rest is freed. */
function Enough({ minutes, frame, form }: EnoughProps) {
  const value = String(minutes)
  return (
    <div class="field check">
      <input
        type="checkbox"
        id="minutes"
        name="minutes"
        value={value}
        checked={form.values['minutes'] === value}
      />
      <label for="minutes">{wordsFor(frame).answering.enough(minutes)}</label>
    </div>
  )
}

type ElseProps = { readonly data: AnswerData; readonly form: FormState }

/** After “none of these” or “later”: the answers that are still possible. */
export function AnswerElse({ data, form }: ElseProps) {
  const words = wordsFor(data.frame).answering
  const chosen = chosenOf(form.values['choice'] ?? (data.from ? 'own' : null), data.free)
  return (
    <Answering data={data} options={[]} isAnswered>
      <p class="soft">{words.closedNext}</p>
      <Choices form={form} legend={words.otherAnswer}>
        <OtherAnswers data={data} form={form} chosen={chosen} />
      </Choices>
    </Answering>
  )
}

type AnsweringProps = Pick<OpenProps, 'data'> & {
  readonly options: OpenAnswer['options']
  /** There is nothing to press until something else is chosen. */
  readonly isAnswered: boolean
  readonly children: Child
}

function Answering({ data, options, isAnswered, children }: AnsweringProps) {
  const { frame, action, k, offerId, from } = data
  const words = wordsFor(frame).answering
  const { own } = clocksOfAnswer(data)
  const named = options.map((time, index) => {
    const zone = own ? zoneThen(own, time) : frame.zone
    return {
      key: keyOfChoice(index),
      label: words.confirmTime(formatBriefly(time.start, { ...frame, zone })),
    }
  })
  const says = [
    ...named.filter(({ key }) => key !== 'time'),
    { key: 'time', label: words.confirmThis },
    { key: 'none', label: words.confirmNone },
    // Free for both, it is fixed at once; what is written may have to be looked at.
    { key: 'free', label: words.confirmThis },
    { key: 'own', label: words.propose },
    { key: 'later', label: words.confirmLater },
  ]
  return (
    <form method="post" action={action} class={isAnswered ? 'stack answered' : 'stack'}>
      <Hidden values={{ k, offer: offerId, ...(from && { from }) }} />
      {children}
      <div class="dock">
        <SaysButton otherwise={words.confirm} says={says} />
      </div>
    </form>
  )
}

type OthersProps = {
  readonly data: AnswerData
  readonly form: FormState
  readonly chosen: string | null
}

function OtherAnswers({ data, form, chosen }: OthersProps) {
  const { frame, free } = data
  const words = wordsFor(frame).answering
  const zone = zoneName(frame.zone, frame.locale, frame.now)
  const later = <TextField form={form} name="after" label={words.laterDate} type="date" />
  const own = (
    <>
      <FreeTimes free={free} frame={frame} name="choice" picked={chosen} {...clocksOfAnswer(data)} />
      <div class="pair typed">
        <p class="soft">{words.ownHint(zone)}</p>
        <TextField form={form} name="date" label={words.date} type="date" />
        <TextField form={form} name="time" label={words.time} type="time" attributes={{ step: 300 }} />
      </div>
    </>
  )
  return (
    <>
      <Choice id="choice-own" value="own" chosen={chosen} detail={own}>
        {words.own}
      </Choice>
      <Choice id="choice-later" value="later" chosen={chosen} detail={later}>
        {words.later}
      </Choice>
    </>
  )
}
