import { Hidden, SelectField } from '../../../parts/fields.tsx'
import { PersonFields } from '../../../parts/person-fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PeopleData } from './people-data.ts'

export function AddPerson({ data }: { readonly data: PeopleData }) {
  const { frame, form, people, newId, programmeId } = data
  const words = wordsFor(frame).people
  const nobody = {
    name: '',
    shownShortName: '',
    email: '',
    aliases: [],
    zone: frame.zone,
    locale: frame.locale,
    unit: '',
  }
  const assistants = people.filter(({ roles }) => roles.includes('assistant'))
  return (
    <section class="card">
      <h2>{words.addTitle}</h2>
      <form method="post" action={paths.people} class="stack">
        <Hidden values={{ id: newId, programmeId }} />
        <PersonFields
          frame={frame}
          form={form}
          superiors={people}
          stored={{ ...nobody, reportsTo: null, roles: ['executive'] }}
        />
        <SelectField
          form={form}
          name="assistantId"
          label={words.addAssistant}
          choices={[
            { value: '', label: words.nobody },
            ...assistants.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <button class="primary" type="submit">
          {words.add}
        </button>
      </form>
    </section>
  )
}
