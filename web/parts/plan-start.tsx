import type { ProgrammeId } from '../../worker/domain/ids.ts'
import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import { CheckField } from './fields.tsx'
import { EMPTY_FORM } from './form.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly frame: PageFrame; readonly programmeId: ProgrammeId; readonly label?: string }

/** Makes a plan for all pairings without a next date. */
export function PlanStart({ frame, programmeId, label }: Props) {
  const words = wordsFor(frame).plans
  return (
    <form method="post" action={paths.programmePlans(programmeId)} class="stack plan-start">
      <p class="hint">{words.startHint}</p>
      <CheckField form={EMPTY_FORM} name="standIns" label={words.standIns} />
      <p>
        <button class="quiet" type="submit">
          {label ?? words.start}
        </button>
      </p>
    </form>
  )
}
