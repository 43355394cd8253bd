import { MAX_COMMITMENT_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { ChoiceField, Hidden, TextField } from '../../../parts/fields.tsx'
import { WhyField } from '../../../parts/whys.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { SessionData } from './session-data.ts'

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const DONE = ['yes', 'partly', 'no'] as const

/** The manager logs for the mentor, with the same effect. */
export function OutcomeForm({ data }: { readonly data: SessionData }) {
  const { frame, form } = data
  const { session, logging, states } = wordsFor(frame)
  return (
    <form method="post" action={paths.sessionOutcome(data.id)} class="stack log">
      <Hidden values={{ id: data.outcomeId }} />
      <h3>{session.outcome}</h3>
      <p class="hint">{session.outcomeHint}</p>
      <ChoiceField
        form={form}
        name="result"
        label={logging.result}
        value="happened"
        choices={RESULTS.map((value) => ({ value, label: states.outcome[value] }))}
      />
      <div class="when-short">
        <WhyField frame={frame} form={form} managerName={null} />
      </div>
      <ChoiceField
        form={form}
        name="lastDone"
        label={session.lastDone}
        value=""
        choices={[
          ...DONE.map((value) => ({ value, label: logging.done[value] })),
          { value: '', label: session.unknown },
        ]}
      />
      <TextField
        form={form}
        name="commitment"
        label={session.commitment}
        attributes={{ maxlength: MAX_COMMITMENT_CHARACTERS }}
      />
      <button class="primary" type="submit">
        {logging.save}
      </button>
    </form>
  )
}
