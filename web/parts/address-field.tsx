import { MAX_ADDRESS_CHARACTERS, MAX_PERSON_NAME_CHARACTERS } from '../../worker/domain/limits.ts'
import { TextField } from './fields.tsx'
import type { FormState } from './form.ts'

type Props = {
  readonly form: FormState
  readonly label: string
  readonly value?: string
  readonly autocomplete?: string
}

/**
 * A mail address. The type is not `email`: some browsers refuse there what is right, a domain in its own letters and
 * `Odile Martin <odile@x>` as it is pasted. The server says what is wrong.
 */
export function AddressField({ form, label, value = '', autocomplete = 'off' }: Props) {
  const attributes = {
    ...{ required: true, inputmode: 'email', autocapitalize: 'none', spellcheck: 'false', autocomplete },
    maxlength: MAX_ADDRESS_CHARACTERS + MAX_PERSON_NAME_CHARACTERS + 3,
  }
  return <TextField form={form} name="email" label={label} value={value} attributes={attributes} />
}
