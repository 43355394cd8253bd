import { MAX_COMMITMENT_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { AIMS } from '../../../../worker/domain/path/aim.ts'
import { CheckField, ChoiceField, TextField } from '../../../parts/fields.tsx'
import { WhyField } from '../../../parts/whys.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import type { OutcomeLine, SessionData } from './session-data.ts'

const DONE = ['yes', 'partly', 'no'] as const
const EVIDENCE = ['reading', 'answering', 'posting', 'asking-others-in'] as const

type Props = {
  readonly data: SessionData
  readonly results: readonly OutcomeLine['result'][]
  /** What is logged now; null: nothing. */
  readonly logged: OutcomeLine | null
}

/** What a log says, as a manager writes it: for the mentor, in the place of a log, or as its correction. */
export function LogFields({ data, results, logged }: Props) {
  const { frame, form } = data
  const { session, logging, states } = wordsFor(frame)
  const { commitment = null } = logged ?? {}
  return (
    <>
      <ChoiceField
        form={form}
        name="result"
        label={logging.result}
        value={logged?.result ?? 'happened'}
        choices={results.map((value) => ({ value, label: states.outcome[value] }))}
      />
      <div class="when-short">
        <WhyField
          frame={frame}
          form={form}
          managerName={null}
          value={logged?.whyNotHeld ?? ''}
          none={session.unknown}
        />
      </div>
      <ChoiceField
        form={form}
        name="lastDone"
        label={session.lastDone}
        value={logged?.lastDone ?? ''}
        choices={[
          ...DONE.map((value) => ({ value, label: logging.done[value] })),
          { value: '', label: session.unknown },
        ]}
      />
      <TextField
        form={form}
        name="commitment"
        label={session.commitment}
        value={commitment?.words ?? ''}
        attributes={{ maxlength: MAX_COMMITMENT_CHARACTERS }}
      />
      {logged ? <WhatElse data={data} logged={logged} /> : null}
    </>
  )
}

/** What a log has beside, so that none of it is lost when another takes its place. */
function WhatElse({ data, logged }: { readonly data: SessionData; readonly logged: OutcomeLine }) {
  const { frame, form, onward, keepsStages } = data
  const { logging: words, path } = wordsFor(frame)
  const none = { value: '', label: words.none }
  return (
    <>
      <TextField
        form={form}
        name="dueOn"
        label={words.dueOn}
        type="date"
        value={logged.commitment?.dueOn ?? ''}
      />
      {keepsStages ? (
        <ChoiceField
          form={form}
          name="evidence"
          label={words.evidence[onward.kind]}
          value={logged.evidence ?? ''}
          choices={[...EVIDENCE.map((value) => ({ value, label: words.evidences[value] })), none]}
        />
      ) : null}
      <ChoiceField
        form={form}
        name="benefit"
        label={words.benefit}
        hint={words.benefitHint}
        value={logged.benefit ?? ''}
        choices={[...AIMS.map((value) => ({ value, label: path.aims[value] })), none]}
      />
      {logged.needsManager ? (
        <CheckField
          form={form}
          name="needsManager"
          label={wordsFor(frame).session.stillFlagged}
          value={'result' in form.values ? '' : 'yes'}
        />
      ) : null}
    </>
  )
}
