import type { FormState } from '../parts/form.ts'

/** A form that came back: what was typed, and one sentence at a field. */
export function refusedAt(
  field: string,
  message: string,
  values: Readonly<Record<string, string>> = {},
): FormState {
  return { values, errors: [{ field, message }] }
}
