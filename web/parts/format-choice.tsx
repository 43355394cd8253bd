import type { FormatId } from '../../worker/domain/ids.ts'
import { wordsFor } from '../words/pages/words.ts'
import { SelectField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

/** The possible formats, in the reader's language. */
export type FormatChoices = {
  /** Null means the default. */
  readonly chosen: FormatId | null
  /** Name of the default; null when there is none. */
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
