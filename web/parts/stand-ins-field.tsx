import type { PersonId } from '../../worker/domain/ids.ts'
import { wordsFor } from '../words/pages/words.ts'
import { CheckField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

export type MentorLine = { readonly id: PersonId; readonly name: string }

type Props = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly mentors: readonly MentorLine[]
  /** Whom the programme asks, in this order. */
  readonly standIns: readonly PersonId[]
}

/** Checkboxes named `standIns-per_…`. The chosen ones come first, in the order in which they are asked. */
export function StandInsField({ frame, form, mentors, standIns }: Props) {
  const words = wordsFor(frame).policy
  const chosen = standIns.flatMap((id) => mentors.find((each) => each.id === id) ?? [])
  const others = mentors.filter(({ id }) => !standIns.includes(id))
  return (
    <fieldset class="field roles">
      <legend>{words.standIns}</legend>
      <p class="hint">{mentors.length === 0 ? words.noMentors : words.standInsHint}</p>
      {[...chosen, ...others].map(({ id, name }) => (
        <CheckField
          form={form}
          name={standInField(id)}
          label={name}
          value={form.values['name'] === undefined && standIns.includes(id) ? 'yes' : ''}
        />
      ))}
    </fieldset>
  )
}

export function standInField(id: PersonId): string {
  return `standIns-${id}`
}
