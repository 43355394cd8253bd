import type { Programme } from '../../../worker/domain/programmes.ts'
import { CheckField, SelectField, TextArea, TextField } from '../../parts/fields.tsx'
import type { FormState } from '../../parts/form.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { RowField } from '../../parts/row-field.tsx'
import { blackoutField, blackoutsAsTyped, rowsShown } from '../../parts/rules-fields.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type PolicyData = {
  readonly frame: PageFrame
  readonly programme: Programme
  readonly form: FormState
}

/** A programme's rules in one form: what is saved holds for every search and every judgement from then on. */
export function PolicyPage({ frame, programme, form }: PolicyData) {
  const words = wordsFor(frame).policy
  const { id, policy } = programme
  const shown: FormState = { ...form, values: { ...blackoutsAsTyped(policy.blackouts), ...form.values } }
  return (
    <Frame frame={frame} title={words.title(programme.name)} errors={form.errors}>
      <header class="heading">
        <h1>{words.title(programme.name)}</h1>
        <p class="soft">{words.about}</p>
        <p>
          <a href={paths.programmeFormats(id)}>{wordsFor(frame).formats.link}</a> ·{' '}
          <a href={paths.closure(id)}>{words.closing}</a> ·{' '}
          <a href={paths.programmes}>{wordsFor(frame).programmes.link}</a>
        </p>
      </header>
      <form method="post" action={paths.programme(id)} class="stack">
        <Rhythm frame={frame} programme={programme} form={shown} />
        <Time frame={frame} programme={programme} form={shown} />
        <Blackouts frame={frame} form={shown} />
        <Offers frame={frame} programme={programme} form={shown} />
        <End frame={frame} programme={programme} form={shown} />
        <p>
          <button class="primary" type="submit">
            {words.save}
          </button>
        </p>
      </form>
    </Frame>
  )
}

function Rhythm({ frame, programme: { name, shortName, policy }, form }: PolicyData) {
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
      <Whole form={form} name="cadence" label={words.cadence} value={policy.cadence} min={1} max={365} />
      <Whole form={form} name="tolerance" label={words.tolerance} value={policy.tolerance} max={90} />
      <Whole form={form} name="minutes" label={words.minutes} value={policy.minutes} min={5} max={480} />
    </fieldset>
  )
}

function Time({ frame, programme: { policy }, form }: PolicyData) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.time}</legend>
      <Whole form={form} name="notice" label={words.notice} value={policy.notice} max={720} />
      <Whole form={form} name="horizon" label={words.horizon} value={policy.horizon} min={1} max={365} />
      <Whole form={form} name="before" label={words.before} value={policy.buffers.before} max={240} />
      <Whole form={form} name="after" label={words.after} value={policy.buffers.after} max={240} />
    </fieldset>
  )
}

function Blackouts({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
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

function Offers({ frame, programme: { policy }, form }: PolicyData) {
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

function End({ frame, programme: { endsOn, policy }, form }: PolicyData) {
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
