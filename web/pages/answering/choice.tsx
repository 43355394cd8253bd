import type { Child } from 'hono/jsx'

import { errorIn, type FormState } from '../../parts/form.ts'

type ChoiceProps = {
  readonly id: string
  readonly value: string
  readonly chosen: string | null
  readonly name?: string
  /** Its key, where the button names it by its place. */
  readonly nth?: string
  /** Shown once this answer, or one inside it, is chosen. */
  readonly detail?: Child
  readonly children: Child
}

/** One answer as a card; the whole of it can be tapped. */
export function Choice({ id, value, chosen, name = 'choice', nth, detail, children }: ChoiceProps) {
  return (
    <div class={nth ? `choice nth-${nth}` : 'choice'}>
      <input type="radio" id={id} name={name} value={value} checked={value === chosen} required />
      <label for={id}>{children}</label>
      {detail ? <div class="detail">{detail}</div> : null}
    </div>
  )
}

type ChoicesProps = {
  readonly form: FormState
  readonly name?: string
  readonly legend: string
  /** Where a link in the address leads to the group. */
  readonly id?: string
  readonly children: Child
}

/** The answers as one group, with what is wrong where nothing was chosen. */
export function Choices({ form, name = 'choice', legend, id, children }: ChoicesProps) {
  const error = errorIn(form, name)
  return (
    <fieldset class="choices" id={id} aria-describedby={error ? `${name}-error` : undefined}>
      <legend class="unseen">{legend}</legend>
      {error ? (
        <p class="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
