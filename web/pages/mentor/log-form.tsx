import { MAX_COMMITMENT_CHARACTERS } from '../../../worker/domain/limits.ts'
import type { PairingKind } from '../../../worker/domain/pairing/pairing.ts'
import { AIMS } from '../../../worker/domain/path/aim.ts'
import type { DueDays } from '../../../worker/domain/session/commitment.ts'
import type { Commitment, OutcomeResult } from '../../../worker/domain/session/outcome.ts'
import { CheckField, ChoiceField, Hidden, TextField } from '../../parts/fields.tsx'
import { valueIn } from '../../parts/form.ts'
import type { FormState } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { WhyField } from '../../parts/whys.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'

/** What was agreed before this session, what the mentor saw of it, and what the executive says. */
export type LastCommitment = Pick<Commitment, 'words' | 'dueOn' | 'done' | 'saidDone'>

export type LogFormProps = {
  readonly frame: PageFrame
  readonly action: string
  /** The link's token, if any, and the idempotency keys. */
  readonly hidden: Readonly<Record<string, string>>
  readonly managerName: string
  readonly result: OutcomeResult
  readonly kind: PairingKind
  /** Whether what was seen is asked. */
  readonly keepsStages: boolean
  readonly lastCommitment: LastCommitment | null
  readonly due: DueDays
  readonly suggestions: readonly string[]
  readonly form: FormState
  /** By which other fields of the page are sent with it. */
  readonly formId?: string
}

const RESULTS = ['happened', 'cut-short', 'did-not-happen', 'moved'] as const
const DONE = ['yes', 'partly', 'no'] as const
const EVIDENCE = ['reading', 'answering', 'posting', 'asking-others-in'] as const

/** At most four taps: the result (chosen already by the mail's link), one chip, one answer, Save. */
export function LogForm(props: LogFormProps) {
  const { frame, action, hidden, managerName, lastCommitment, form, formId } = props
  const words = wordsFor(frame).logging
  return (
    <form method="post" action={action} class="stack log" id={formId}>
      <Hidden values={hidden} />
      <Results {...props} />
      <div class="when-short">
        <WhyField frame={frame} form={form} managerName={managerName} />
      </div>
      <div class="when-held">
        {lastCommitment ? (
          <ChoiceField
            form={form}
            name="lastDone"
            label={words.last(
              lastCommitment.words,
              lastCommitment.dueOn && formatDay(lastCommitment.dueOn, frame),
            )}
            {...(lastCommitment.saidDone && { hint: words.saysHint(words.says[lastCommitment.saidDone]) })}
            {...(lastCommitment.done && { value: lastCommitment.done })}
            choices={DONE.map((value) => ({ value, label: words.done[value] }))}
          />
        ) : null}
        <NextThing {...props} />
      </div>
      <CheckField
        form={form}
        name="needsManager"
        label={words.needsManager(managerName)}
        hint={words.needsManagerHint}
      />
      <div class="dock">
        <button class="primary" type="submit">
          {words.save}
        </button>
      </div>
    </form>
  )
}

function Results({ frame, form, result }: LogFormProps) {
  const words = wordsFor(frame).logging
  const current = valueIn(form, 'result', result)
  return (
    <fieldset class="results">
      <legend class="unseen">{words.result}</legend>
      {RESULTS.map((value, index) => (
        <div class="choice">
          <input
            type="radio"
            id={index === 0 ? 'result' : `result-${value}`}
            name="result"
            value={value}
            checked={value === current}
          />
          <label for={index === 0 ? 'result' : `result-${value}`}>
            {wordsFor(frame).states.outcome[value]}
          </label>
        </div>
      ))}
      <p class="soft if-moved">{words.movedHint}</p>
      <p class="soft if-missed">{words.missedHint}</p>
    </fieldset>
  )
}

function NextThing(props: LogFormProps) {
  const { frame, form, kind, keepsStages, suggestions } = props
  const words = wordsFor(frame).logging
  return (
    <>
      <ChoiceField
        form={form}
        name="suggestion"
        label={words.next[kind]}
        hint={words.nextHint[kind]}
        value=""
        choices={[...suggestions.map((label) => ({ value: label, label })), { value: '', label: words.none }]}
      />
      <TextField
        form={form}
        name="commitment"
        label={words.ownWords}
        hint={words.ownWordsHint}
        attributes={{ maxlength: MAX_COMMITMENT_CHARACTERS, placeholder: ' ' }}
      />
      <ByWhen {...props} />
      <details class="quietly" open={Boolean(form.values['benefit'] || form.values['evidence'])}>
        <summary>{words.more}</summary>
        {keepsStages ? (
          <ChoiceField
            form={form}
            name="evidence"
            label={words.evidence[kind]}
            value=""
            choices={[
              ...EVIDENCE.map((value) => ({ value, label: words.evidences[value] })),
              { value: '', label: words.none },
            ]}
          />
        ) : null}
        <ChoiceField
          form={form}
          name="benefit"
          label={words.benefit}
          hint={words.benefitHint}
          value=""
          choices={[
            ...AIMS.map((value) => ({ value, label: wordsFor(frame).path.aims[value] })),
            { value: '', label: words.none },
          ]}
        />
      </details>
    </>
  )
}

/** Preset to “before they meet next”, so that it costs no tap. */
function ByWhen({ frame, form, due }: LogFormProps) {
  const words = wordsFor(frame).logging
  return (
    <div class="by-when">
      <ChoiceField
        form={form}
        name="due"
        label={words.due}
        value=""
        choices={[
          { value: '', label: words.dues.nextTime },
          { value: due.inAWeek, label: words.dues.inAWeek },
          { value: due.inTwoWeeks, label: words.dues.inTwoWeeks },
        ]}
      />
      <details class="quietly" open={Boolean(form.values['dueOn'])}>
        <summary>{words.otherDay}</summary>
        <TextField form={form} name="dueOn" label={words.dueOn} type="date" />
      </details>
    </div>
  )
}
