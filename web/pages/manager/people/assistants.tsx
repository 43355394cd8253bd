import { SelectField } from '../../../parts/fields.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { AssistantLine, PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'

type Props = { readonly data: PersonData; readonly assistants: readonly AssistantLine[] }

/** Who answers for an executive. Choosing another replaces the present one; only a press of her own removes her. */
export function Assistants({ data, assistants }: Props) {
  const words = wordsFor(data.frame).people
  return (
    <PersonSection
      data={data}
      id="assistants"
      title={words.assistants}
      read={<Answering data={data} assistants={assistants} />}
      form={<Form data={data} assistants={assistants} />}
    />
  )
}

function Answering({ data: { frame }, assistants }: Props) {
  if (assistants.length === 0) return <p class="soft">{wordsFor(frame).people.noAssistant}</p>
  return (
    <ul class="lines">
      {assistants.map(({ id, name }) => (
        <li>
          <a href={within(frame, paths.person(id))}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

function Form({ data, assistants }: Props) {
  const { frame, form, candidates, id, stored } = data
  const words = wordsFor(frame).people
  const [first] = assistants
  const others = candidates.filter((each) => assistants.every(({ id: present }) => present !== each.id))
  const choices = others.map(({ id: value, name: label }) => ({ value, label }))
  return (
    <>
      {choices.length === 0 ? (
        <p class="soft">
          {words.noOtherAssistant} <a href={paths.newPerson('assistant')}>{words.addTitle}</a>
        </p>
      ) : (
        <form
          method="post"
          action={within(frame, paths.personAssistants(id))}
          class="stack"
          data-enhance="#content"
        >
          <SelectField
            form={form}
            name="assistantId"
            label={words.addAssistant}
            {...(first && { hint: words.replaces(first.name) })}
            choices={[{ value: '', label: words.chooseOther }, ...choices]}
            attributes={{ required: true }}
          />
          <p>
            <button class="primary" type="submit">
              {first ? words.replaceAssistant(first.name) : words.addAssistantDo}
            </button>
          </p>
        </form>
      )}
      {assistants.map((assistant) => (
        <div class="stack">
          <p class="soft">
            {words.removeEnds(assistant.name, stored.name, nextAfter(assistant, assistants, stored.name))}
          </p>
          <PostButton
            action={within(frame, paths.personAssistants(id))}
            label={words.removeAssistant(assistant.name)}
            hidden={{ remove: assistant.id }}
            enhance="#content"
            tone="stop"
          />
        </div>
      ))}
    </>
  )
}

/** Who is asked once she is gone. */
function nextAfter(
  { id }: AssistantLine,
  assistants: readonly AssistantLine[],
  executiveName: string,
): string {
  return assistants.find((each) => each.id !== id)?.name ?? executiveName
}
