import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { wordsFor } from '../../../web/words/pages/words.ts'
import { MAX_REASON_CHARACTERS } from '../../domain/limits.ts'
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
