import { MAX_SEARCH_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { PAIRING_KINDS } from '../../../../worker/domain/pairing/kind.ts'
import { Hidden, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { PlaceFields } from '../../../parts/place-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingsData, PersonOption, Picking } from './pairings-data.ts'

export function AddPairing({ data }: { readonly data: PairingsData }) {
  const { frame, form, mentors, executives } = data
  const words = wordsFor(frame)
  return (
    <section class="card" id="add">
      <h2>{words.pairings.addTitle}</h2>
      <form method="post" action={paths.pairings} class="stack">
        <Hidden values={{ id: data.newId, programmeId: data.programmeId }} />
        <Pick frame={frame} form={form} side="executive" label={words.pairings.who} pick={executives} />
        <Pick frame={frame} form={form} side="mentor" label={words.pairings.mentor} pick={mentors} />
        <SelectField
          form={form}
          name="kind"
          label={words.pairings.kind}
          hint={words.pairings.kindHint}
          value="mentoring"
          choices={PAIRING_KINDS.map((value) => ({ value, label: words.frame.kind[value] }))}
        />
        <PlaceFields frame={frame} form={form} place={null} />
        <button class="primary" type="submit">
          {words.pairings.add}
        </button>
      </form>
    </section>
  )
}

type PickProps = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly side: 'executive' | 'mentor'
  readonly label: string
  readonly pick: Picking
}

/** A list of a few; of many, a part of the name, and a list of those whom it means. Works without script. */
function Pick({ frame, form, side, label, pick: { typed, options } }: PickProps) {
  const words = wordsFor(frame).pairings
  const choices = [{ value: '', label: words.choose }, ...options.map(choiceOf)]
  const name = `${side}Id`
  if (typed === null)
    return (
      <SelectField form={form} name={name} label={label} choices={choices} attributes={{ required: true }} />
    )
  const [first, ...others] = options
  return (
    <>
      <TextField
        form={{ ...form, values: { ...form.values, [side]: typed } }}
        name={side}
        label={label}
        hint={words.pick.hint}
        attributes={{ required: true, maxlength: MAX_SEARCH_CHARACTERS, autocomplete: 'off' }}
      />
      {first ? <Hidden values={{ [`${side}Of`]: typed }} /> : null}
      {first && others.length === 0 ? <Hidden values={{ [name]: first.id }} /> : null}
      {others.length > 0 ? (
        <SelectField form={form} name={name} label={words.pick.who(label)} choices={choices} />
      ) : null}
    </>
  )
}

function choiceOf({ id, name, unit }: PersonOption) {
  return { value: id, label: unit ? `${name}, ${unit}` : name }
}
