import { EMPTY_FORM, type FieldError, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { MAX_REASON_CHARACTERS } from '../../domain/limits.ts'
import { isSoft } from '../../domain/slot/diary.ts'
import { type AppContext, identityOf } from '../context.ts'
import { type FormFields } from './field-reader.ts'
import { stringsOf } from './fields.ts'

/** Fields with the reason for overriding a rule. */
const REASON_FIELDS = ['reason', 'standInReason'] as const

/** The form with an error at its reason, if the reason is too long; else null. */
export function whyReasonTooLong(c: AppContext, fields: FormFields): FormState | null {
  const field = REASON_FIELDS.find((each) => (fields[each]?.trim().length ?? 0) > MAX_REASON_CHARACTERS)
  if (field === undefined) return null
  const message = wordsFor(identityOf(c).person).rules.tooLong(MAX_REASON_CHARACTERS)
  return { ...EMPTY_FORM, values: stringsOf(fields), errors: [{ field, message }] }
}

/** What a manager may do all the same once she says why: an error at the field for her reason, where the form has one. */
export function whyWithReason(
  c: AppContext,
  fields: FormFields,
  refusal: { readonly reason: string },
): readonly FieldError[] {
  const field = REASON_FIELDS.find((each) => fields[each] !== undefined)
  if (field === undefined || !isSoft(refusal)) return []
  return [{ field, message: wordsFor(identityOf(c).person).session.mayInsist }]
}
