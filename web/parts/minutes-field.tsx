import { SESSION_MINUTES } from '../../worker/domain/limits.ts'
import { TextField, wholeInput } from './fields.tsx'
import type { FormState } from './form.ts'

type Props = {
  readonly form: FormState
  readonly label: string
  readonly name?: string
  readonly hint?: string
  readonly value?: string
  readonly required?: boolean
}

/** The length of a session. The arrows go by five; other values can be typed. */
export function MinutesField({ form, label, name = 'minutes', hint, value = '', required = false }: Props) {
  const attributes = { ...wholeInput(SESSION_MINUTES), step: 5, required }
  return (
    <TextField
      form={form}
      name={name}
      label={label}
      hint={hint}
      type="number"
      value={value}
      attributes={attributes}
    />
  )
}
