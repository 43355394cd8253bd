import type { RadioChoice } from './fields.tsx'
import { errorIn, type FormState, valueIn } from './form.ts'

type Props = {
  readonly form: FormState
  readonly name: string
  /** For screen readers; on screen the row shows it. */
  readonly label: string
  /** What an empty text field shows: its label without the number of the row. */
  readonly short?: string
  readonly type?: 'text' | 'time' | 'date'
  /** The id of a datalist. */
  readonly list?: string
  readonly maxlength?: number
  readonly choices?: readonly RadioChoice[]
}

/** One input in a row of inputs, followed by its error. */
export function RowField({ form, name, label, short, type = 'text', list, maxlength, choices }: Props) {
  const error = errorIn(form, name)
  const value = valueIn(form, name)
  const attributes = {
    id: name,
    name,
    'aria-label': label,
    ...(list && { list, autocomplete: 'off' }),
    ...(error && { 'aria-invalid': 'true', 'aria-describedby': `${name}-error` }),
  } as const
  return (
    <>
      {choices ? (
        <select {...attributes}>
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...attributes} maxlength={maxlength} type={type} value={value} placeholder={short} />
      )}
      {error ? (
        <span class="field-error" id={`${name}-error`}>
          {error}
        </span>
      ) : null}
    </>
  )
}
