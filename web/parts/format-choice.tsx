import type { FormatId } from '../../worker/domain/ids.ts'
import { wordsFor } from '../words/pages/words.ts'
import { SelectField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

/** What a session may begin with, in the words of the reader. */
export type FormatChoices = {
  /** Null: what comes by itself. */
  readonly chosen: FormatId | null
  /** What that is; null where the executive begins with nothing in particular. */
  readonly byItself: string | null
  readonly list: readonly { readonly id: FormatId; readonly name: string }[]
}

type Props = { readonly frame: PageFrame; readonly form: FormState; readonly choices: FormatChoices }

export function FormatChoice({ frame, form, choices: { chosen, byItself, list } }: Props) {
  const words = wordsFor(frame).formats
  return (
    <SelectField
      form={form}
      name="formatId"
      label={words.begins}
      value={chosen ?? ''}
      choices={[
        { value: '', label: byItself ? words.byItself(byItself) : words.nothing },
        ...list.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
