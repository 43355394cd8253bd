import { SelectField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { AssistantLine, PersonData } from './person-data.ts'

type Props = { readonly data: PersonData; readonly assistants: readonly AssistantLine[] }

/** Who answers for an executive; choosing another assistant replaces the present one. */
export function Assistants({ data, assistants }: Props) {
  const { frame, form, candidates, id } = data
  const words = wordsFor(frame).people
  return (
    <section>
      <h2>{words.assistants}</h2>
      {assistants.length === 0 ? <p class="soft">{words.noAssistant}</p> : null}
      <ul class="rows">
        {assistants.map((assistant) => (
          <li class="row">
            <a href={paths.person(assistant.id)}>{assistant.name}</a>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.personAssistants(id)} class="stack">
        <SelectField
          form={form}
          name="assistantId"
          label={words.addAssistant}
          hint={words.replaces}
          choices={[
            { value: '', label: words.nobody },
            ...candidates.map(({ id: value, name: label }) => ({ value, label })),
          ]}
        />
        <p>
          <button class="quiet" type="submit">
            {words.addAssistantDo}
          </button>
        </p>
      </form>
    </section>
  )
}
