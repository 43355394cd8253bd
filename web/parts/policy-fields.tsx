import type { Programme } from '../../worker/domain/programme/programme.ts'
import { wordsFor } from '../words/pages/words.ts'
import { CheckField, SelectField, TextArea, TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'
import { RowField } from './row-field.tsx'
import { blackoutField, rowsShown } from './rules-fields.ts'

type Props = { readonly frame: PageFrame; readonly programme: Programme; readonly form: FormState }

export function Rhythm({ frame, programme: { name, shortName, policy }, form }: Props) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.rhythm}</legend>
      <TextField
        form={form}
        name="name"
        label={words.name}
        value={name}
        attributes={{ required: true, maxlength: 200 }}
      />
      <TextField
        form={form}
        name="shortName"
        label={words.shortName}
        hint={words.shortNameHint}
        value={shortName}
        attributes={{ required: true, maxlength: 60 }}
      />
      <div class="pair">
        <Whole form={form} name="cadence" label={words.cadence} value={policy.cadence} min={1} max={365} />
        <Whole form={form} name="tolerance" label={words.tolerance} value={policy.tolerance} max={90} />
        <Whole form={form} name="minutes" label={words.minutes} value={policy.minutes} min={5} max={480} />
      </div>
    </fieldset>
  )
}

export function Time({ frame, programme: { policy }, form }: Props) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.time}</legend>
      <div class="pair">
        <Whole form={form} name="notice" label={words.notice} value={policy.notice} max={720} />
        <Whole form={form} name="horizon" label={words.horizon} value={policy.horizon} min={1} max={365} />
        <Whole form={form} name="before" label={words.before} value={policy.buffers.before} max={240} />
        <Whole form={form} name="after" label={words.after} value={policy.buffers.after} max={240} />
      </div>
    </fieldset>
  )
}

export function Blackouts({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).policy
  const label = (row: number, part: string) => words.blackoutRow(row + 1, part)
  return (
    <fieldset>
      <legend>{words.blackouts}</legend>
      <p class="hint">{words.blackoutsHint}</p>
      {rowsShown(form.values, 'blackout', 2).map((row) => (
        <p class="span dated">
          <RowField
            form={form}
            name={blackoutField(row, 'from')}
            label={label(row, words.firstDay)}
            type="date"
          />
          <span aria-hidden="true">–</span>
          <RowField
            form={form}
            name={blackoutField(row, 'to')}
            label={label(row, words.lastDay)}
            type="date"
          />
          <RowField form={form} name={blackoutField(row, 'reason')} label={label(row, words.why)} />
        </p>
      ))}
    </fieldset>
  )
}

export function Offers({ frame, programme: { policy }, form }: Props) {
  const words = wordsFor(frame).policy
  const counters = (['ask', 'accept'] as const).map((value) => ({
    value,
    label: words.countersChoices[value],
  }))
  const wordings = (['name', 'plain'] as const).map((value) => ({
    value,
    label: words.wordingChoices[value],
  }))
  return (
    <fieldset>
      <legend>{words.offers}</legend>
      <Whole form={form} name="holdDays" label={words.holdDays} value={policy.holdDays} min={1} max={30} />
      <SelectField
        form={form}
        name="counters"
        label={words.counters}
        value={policy.counters}
        choices={counters}
      />
      <CheckField
        form={form}
        name="autopilot"
        label={words.autopilot}
        value={policy.autopilot ? 'yes' : ''}
      />
      <SelectField
        form={form}
        name="wording"
        label={words.wording}
        value={policy.wording}
        choices={wordings}
      />
      <TextArea
        form={form}
        name="forbiddenWords"
        label={words.forbiddenWords}
        hint={words.forbiddenWordsHint}
        value={policy.forbiddenWords.join(', ')}
      />
    </fieldset>
  )
}

export function End({ frame, programme: { endsOn, policy }, form }: Props) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.end}</legend>
      <TextField
        form={form}
        name="endsOn"
        label={words.endsOn}
        hint={words.endsOnHint}
        type="date"
        value={endsOn ?? ''}
      />
      <Whole
        form={form}
        name="retention"
        label={words.retention}
        value={policy.retention}
        min={1}
        max={3650}
      />
    </fieldset>
  )
}

type WholeProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly value: number
  readonly min?: number
  readonly max: number
}

function Whole({ form, name, label, value, min = 0, max }: WholeProps) {
  const attributes = { min, max, required: true }
  return (
    <TextField
      form={form}
      name={name}
      label={label}
      type="number"
      value={String(value)}
      attributes={attributes}
    />
  )
}
