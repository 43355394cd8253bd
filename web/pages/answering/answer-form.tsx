import type { Child } from 'hono/jsx'

import { Hidden, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { HeldUntil, LastHour } from '../../parts/last-hour.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { When } from '../../parts/when.tsx'
import { zoneLabel } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import type { AnswerData, AnswerState } from './answer-data.ts'
import { clocksOfAnswer } from './clocks.ts'

type OpenProps = { readonly data: AnswerData; readonly state: Extract<AnswerState, { kind: 'open' }> }

/** The times as one group of radios, the other answers below them, and one button. */
export function AnswerForm({ data, state }: OpenProps) {
  const { frame, executiveName, toExecutive } = data
  const words = wordsFor(frame).answering
  const chosen = state.form.values['choice'] ?? state.chosen
  return (
    <Answering data={data}>
      <p class="soft">
        <HeldUntil times={state.options} sentence={words.held} frame={frame} />
      </p>
      <fieldset class="choices">
        <legend class="unseen">{toExecutive ? words.whichForYou : words.whichFor(executiveName)}</legend>
        {state.options.map((option, index) => (
          <Choice id={index === 0 ? 'choice' : option.id} value={option.id} chosen={chosen}>
            <When time={option} frame={frame} {...clocksOfAnswer(data)} />
            <LastHour time={option} times={state.options} frame={frame} />
          </Choice>
        ))}
        {state.quarter ? <Enough minutes={state.quarter} frame={frame} form={state.form} /> : null}
        <Choice id="choice-none" value="none" chosen={chosen} detail={<p class="soft">{words.noneHint}</p>}>
          {words.none}
        </Choice>
        <OtherAnswers frame={frame} form={state.form} chosen={chosen} />
      </fieldset>
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
  return (
    <Answering data={data}>
      <p class="soft">{words.closedNext}</p>
      <fieldset class="choices">
        <legend class="unseen">{words.own}</legend>
        <OtherAnswers frame={data.frame} form={form} chosen={form.values['choice'] ?? null} />
      </fieldset>
    </Answering>
  )
}

function Answering({ data, children }: { readonly data: AnswerData; readonly children: Child }) {
  return (
    <form method="post" action={data.action} class="stack">
      <Hidden values={{ k: data.k, offer: data.offerId }} />
      {children}
      <div class="dock">
        <button class="primary" type="submit">
          {wordsFor(data.frame).answering.confirm}
        </button>
      </div>
    </form>
  )
}

type OthersProps = { readonly frame: PageFrame; readonly form: FormState; readonly chosen: string | null }

function OtherAnswers({ frame, form, chosen }: OthersProps) {
  const words = wordsFor(frame).answering
  const zone = zoneLabel(frame.zone, frame.locale, frame.now)
  const later = <TextField form={form} name="after" label={words.laterDate} type="date" />
  const own = (
    <div class="pair">
      <p class="soft">{words.ownHint(zone)}</p>
      <TextField form={form} name="date" label={words.date} type="date" />
      <TextField form={form} name="time" label={words.time} type="time" attributes={{ step: 300 }} />
    </div>
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

type ChoiceProps = {
  readonly id: string
  readonly value: string
  readonly chosen: string | null
  /** Shown once this answer is chosen. */
  readonly detail?: Child
  readonly children: Child
}

function Choice({ id, value, chosen, detail, children }: ChoiceProps) {
  return (
    <div class="choice">
      <input type="radio" id={id} name="choice" value={value} checked={value === chosen} required />
      <label for={id}>{children}</label>
      {detail ? <div class="detail">{detail}</div> : null}
    </div>
  )
}
