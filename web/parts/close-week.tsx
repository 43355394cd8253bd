import { wordsFor } from '../words/pages/words.ts'
import { TextField } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly action: string; readonly form: FormState }

/** “Not that week”: one date closes the seven days of its week. */
export function CloseWeek({ frame, action, form }: Props) {
  const words = wordsFor(frame).rules
  return (
    <form method="post" action={action} class="stack" data-enhance="#content">
      <TextField
        form={form}
        name="closedWeek"
        label={words.closedWeek}
        hint={words.closedWeekHint}
        type="date"
        attributes={{ required: true }}
      />
      <p>
        <button class="quiet" type="submit">
          {words.closeWeek}
        </button>
      </p>
    </form>
  )
}
