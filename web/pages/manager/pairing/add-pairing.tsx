import { PAIRING_KINDS } from '../../../../worker/domain/pairing/kind.ts'
import { Hidden, SelectField } from '../../../parts/fields.tsx'
import { PlaceFields } from '../../../parts/place-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PairingsData, PersonOption } from './pairings-data.ts'

export function AddPairing({ data }: { readonly data: PairingsData }) {
  const { frame, form, mentors, executives } = data
  const words = wordsFor(frame)
  const choose = { value: '', label: words.pairings.choose }
  return (
    <section class="card" id="add">
      <h2>{words.pairings.addTitle}</h2>
      <form method="post" action={paths.pairings} class="stack">
        <Hidden values={{ id: data.newId, programmeId: data.programmeId }} />
        <SelectField
          form={form}
          name="executiveId"
          label={words.pairings.who}
          choices={[choose, ...executives.map(choiceOf)]}
          attributes={{ required: true }}
        />
        <SelectField
          form={form}
          name="mentorId"
          label={words.pairings.mentor}
          choices={[choose, ...mentors.map(choiceOf)]}
          attributes={{ required: true }}
        />
        <SelectField
          form={form}
          name="kind"
          label={words.pairings.kind}
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

function choiceOf({ id, name, unit }: PersonOption) {
  return { value: id, label: unit ? `${name}, ${unit}` : name }
}
