import { SelectField } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { HAND_OVER, paths } from '../../paths.ts'
import type { PairingData } from './pairing-data.ts'

/** Another mentor from now on; for one session only, use the stand-in on the session's page. */
export function HandOverForm({
  data: { frame, id, form, handOver, wished, mentorLeavesOn, reports },
}: {
  readonly data: PairingData
}) {
  const words = wordsFor(frame)
  if (handOver.mentors.length === 0) return null
  return (
    <details
      class="disclosure"
      id={HAND_OVER}
      data-here
      tabindex={-1}
      open={wished.includes('another-mentor') || mentorLeavesOn !== null || reports !== null}
    >
      <summary>{words.pairings.handOver}</summary>
      <p class="hint">{words.pairings.handOverAbout}</p>
      <form method="get" action={paths.pairingEnding(id)} class="stack">
        <SelectField form={form} name="mentorId" label={words.frame.role.mentor} choices={handOver.mentors} />
        <button class="quiet" type="submit">
          {words.pairings.handOverLook}
        </button>
      </form>
    </details>
  )
}
