import type { Child } from 'hono/jsx'

import type { Range } from '../../worker/domain/limits.ts'
import { errorIn, type FormState, idIn, valueIn } from './form.ts'

type Described = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

export type RadioChoice = { readonly value: string; readonly label: string }

/** Attributes of the control itself; our CSP allows neither `style` nor handlers. */
type Attributes = { readonly [name: string]: string | number | boolean | undefined }

/** Attributes of a whole-number input with its bounds. */
export function wholeInput({ least, most }: Range) {
  return { min: least, max: most }
}

type TextFieldProps = Described & {
  readonly type?: string
  readonly value?: string
  readonly attributes?: Attributes
}

export function TextField({
  form,
  name,
  label,
  hint,
  type = 'text',
  value,
  attributes = {},
}: TextFieldProps) {
  return (
    <Field form={form} name={name} label={label} hint={hint}>
      <input
        {...attributes}
        {...described(form, name, hint)}
        id={idIn(form, name)}
        name={name}
        type={type}
        value={valueIn(form, name, value)}
      />
    </Field>
  )
}

type AreaProps = Described & { readonly value?: string; readonly attributes?: Attributes }

export function TextArea({ form, name, label, hint, value, attributes = {} }: AreaProps) {
  return (
    <Field form={form} name={name} label={label} hint={hint}>
      <textarea {...attributes} {...described(form, name, hint)} id={idIn(form, name)} name={name} rows={3}>
        {valueIn(form, name, value)}
      </textarea>
    </Field>
  )
}

type SelectProps = AreaProps & { readonly choices: readonly RadioChoice[] }

export function SelectField({ form, name, label, hint, value, choices, attributes = {} }: SelectProps) {
  const current = valueIn(form, name, value)
  return (
    <Field form={form} name={name} label={label} hint={hint}>
      <select {...attributes} {...described(form, name, hint)} id={idIn(form, name)} name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === current}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Radios side by side. The first has the group's id, so that the error summary's link focuses it. */
export function ChoiceField({
  form,
  name,
  id = idIn(form, name),
  label,
  hint,
  value,
  choices,
}: SelectProps & { readonly id?: string }) {
  const current = valueIn(form, name, value)
  const error = errorIn(form, name)
  return (
    <fieldset class="field" {...described(form, name, hint)}>
      <legend>{label}</legend>
      <Notes id={idIn(form, name)} hint={hint} error={error} />
      <div class="chips">
        {choices.map((choice, index) => (
          <span class="chip">
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index}`}
              name={name}
              value={choice.value}
              checked={choice.value === current}
            />
            <label for={index === 0 ? id : `${id}-${index}`}>{choice.label}</label>
          </span>
        ))}
      </div>
    </fieldset>
  )
}

export function CheckField({ form, name, label, hint, value = '' }: Described & { readonly value?: string }) {
  return (
    <div class="field check">
      <input
        {...described(form, name, hint)}
        type="checkbox"
        id={idIn(form, name)}
        name={name}
        value="yes"
        checked={valueIn(form, name, value) === 'yes'}
      />
      <label for={idIn(form, name)}>{label}</label>
      <Notes id={idIn(form, name)} hint={hint} error={errorIn(form, name)} />
    </div>
  )
}

export function Hidden({ values }: { readonly values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function Field({ form, name, label, hint, children }: Described & { readonly children: Child }) {
  return (
    <div class="field">
      <label for={idIn(form, name)}>{label}</label>
      <Notes id={idIn(form, name)} hint={hint} error={errorIn(form, name)} />
      {children}
    </div>
  )
}

function Notes({
  id,
  hint,
  error,
}: {
  readonly id: string
  readonly hint: string | undefined
  readonly error: string | null
}) {
  return (
    <>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  )
}

function described(form: FormState, name: string, hint: string | undefined): Attributes {
  const error = errorIn(form, name)
  const id = idIn(form, name)
  const notes = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((each) => each !== null)
  return {
    ...(notes.length > 0 && { 'aria-describedby': notes.join(' ') }),
    ...(error && { 'aria-invalid': 'true' }),
  }
}
