import { MAX_REASON_CHARACTERS } from '../../worker/domain/limits.ts'
import { wordsFor } from '../words/pages/words.ts'
import { TextField } from './fields.tsx'
import { errorIn, type FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

export const OUTWARD_REASON = 'outwardReason'

/** Asked once a word of an outward text is in the way: why it is right all the same. */
export function OutwardReason({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).outward
  const isAsked = errorIn(form, OUTWARD_REASON) !== null || Boolean(form.values[OUTWARD_REASON])
  if (!isAsked) return null
  return (
    <TextField
      form={form}
      name={OUTWARD_REASON}
      label={words.reason}
      hint={words.reasonHint}
      attributes={{ maxlength: MAX_REASON_CHARACTERS }}
    />
  )
}
