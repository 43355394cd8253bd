import { MAX_REASON_CHARACTERS } from '../../worker/domain/limits.ts'
import { wordsFor } from '../words/pages/words.ts'
import { TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly form: FormState }

/** A day and a time on the page's wall clock. */
export function TimeFields({
  form,
  day,
  hour,
  optional = false,
}: Pick<Props, 'form'> & { readonly day: string; readonly hour: string; readonly optional?: boolean }) {
  const required = !optional
  return (
    <>
      <TextField form={form} name="date" label={day} type="date" attributes={{ required }} />
      <TextField form={form} name="time" label={hour} type="time" attributes={{ required, step: 300 }} />
    </>
  )
}

/** With a written reason a manager may override a soft refusal. */
export function ReasonField({ frame, form, hint }: Props & { readonly hint?: string }) {
  const { reason, reasonHint } = wordsFor(frame).session
  return (
    <TextField
      form={form}
      name="reason"
      label={reason}
      hint={hint ?? reasonHint}
      attributes={{ maxlength: MAX_REASON_CHARACTERS }}
    />
  )
}
