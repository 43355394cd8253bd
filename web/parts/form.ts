/** `field` is the name of the control; empty when the sentence is about the whole form. */
export type FieldError = {
  readonly field: string
  readonly message: string
  /** The id of the control, if it is not its name. */
  readonly at?: string
}

/** What was typed, by control name, and its errors: nothing typed is ever lost. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
  /** Begins the ids of the controls, where the same form stands several times on a page. */
  readonly within?: string | undefined
}

export const EMPTY_FORM: FormState = { values: {}, errors: [] }

/** What was typed, else what is stored. */
export function valueIn(form: FormState, name: string, stored = ''): string {
  return form.values[name] ?? stored
}

export function idIn({ within }: Pick<FormState, 'within'>, name: string): string {
  return within === undefined ? name : `${within}-${name}`
}

export function errorIn(form: FormState, name: string): string | null {
  return form.errors.find(({ field }) => field === name)?.message ?? null
}
