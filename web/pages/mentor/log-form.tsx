import { CheckField, ChoiceField, Hidden, TextField } from '../../parts/fields.tsx'
import { valueIn } from '../../parts/form.ts'
import { wordsFor } from '../../words/pages/words.ts'
import type { LogData, LogState } from './log.tsx'

type Props = { readonly data: LogData; readonly state: Extract<LogState, { kind: 'open' }> }

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const DONE = ['yes', 'partly', 'no'] as const
const BENEFITS = ['scale', 'align', 'filters'] as const

/** At most four taps: the result (already chosen by the mail's link), one chip, one answer, Save. */
export function LogForm({ data, state }: Props) {
  const { form } = state
  const words = wordsFor(data.frame).logging
  return (
    <form method="post" action={data.action} class="stack log">
      <Hidden values={{ k: data.k, id: data.id, commitmentId: data.commitmentId }} />
      <Results data={data} state={state} />
      <div class="when-held">
        {state.lastCommitment ? (
          <ChoiceField
            form={form}
            name="lastDone"
            label={words.last(state.lastCommitment)}
            choices={DONE.map((value) => ({ value, label: words.done[value] }))}
          />
        ) : null}
        <NextThing data={data} state={state} />
      </div>
      <CheckField form={form} name="needsManager" label={words.needsManager(data.managerName)} />
      <div class="dock">
        <button class="primary" type="submit">
          {words.save}
        </button>
      </div>
    </form>
  )
}

function Results({ data, state }: Props) {
  const words = wordsFor(data.frame).logging
  const current = valueIn(state.form, 'result', state.result)
  return (
    <fieldset class="results">
      <legend class="unseen">{words.result}</legend>
      {RESULTS.map((value, index) => (
        <div class="choice">
          <input
            type="radio"
            id={index === 0 ? 'result' : `result-${value}`}
            name="result"
            value={value}
            checked={value === current}
          />
          <label for={index === 0 ? 'result' : `result-${value}`}>{words.results[value]}</label>
        </div>
      ))}
      <p class="soft if-moved">{words.movedHint}</p>
      <p class="soft if-missed">{words.missedHint}</p>
    </fieldset>
  )
}

function NextThing({ data, state }: Props) {
  const { form, suggestions } = state
  const words = wordsFor(data.frame).logging
  return (
    <>
      <ChoiceField
        form={form}
        name="suggestion"
        label={words.next}
        hint={words.nextHint}
        value=""
        choices={[...suggestions.map((label) => ({ value: label, label })), { value: '', label: words.none }]}
      />
      <TextField
        form={form}
        name="commitment"
        label={words.ownWords}
        hint={words.ownWordsHint}
        attributes={{ maxlength: 140 }}
      />
      <details class="quietly" open={Boolean(form.values['benefit'])}>
        <summary>{words.more}</summary>
        <ChoiceField
          form={form}
          name="benefit"
          label={words.benefit}
          value=""
          choices={[
            ...BENEFITS.map((value) => ({ value, label: words.benefits[value] })),
            { value: '', label: words.none },
          ]}
        />
      </details>
    </>
  )
}
