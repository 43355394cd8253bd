import { wordsFor } from '../words/pages/words.ts'
import { TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly action: string; readonly form: FormState }

/** “Not that week”: one date closes the seven days of its week. A part of the form of the hours, which it saves too. */
export function CloseWeek({ frame, action, form }: Props) {
  const words = wordsFor(frame).rules
  return (
    <>
      <TextField
        form={form}
        name="closedWeek"
        label={words.closedWeek}
        hint={words.closedWeekHint}
        type="date"
      />
      <p>
        <button class="quiet" type="submit" formaction={action}>
          {words.closeWeek}
        </button>
      </p>
    </>
  )
}
