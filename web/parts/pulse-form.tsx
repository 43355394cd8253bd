import type { Onward, Worth } from '../../worker/domain/pairing/pulse-answer.ts'
import type { SeenFields } from '../../worker/domain/people/fields.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { wordsFor } from '../words/pages/words.ts'
import { ChoiceField, Hidden } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'
import { Saying } from './when.tsx'

/** The pulse question for one of the two, and what he may see of his answer. */
export type PulseFormQuestion = {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly managerName: string
  /** Null until he answered. */
  readonly said: PulseSaid | null
  readonly form: FormState
}

export type PulseSaid = {
  readonly at: Instant
  readonly openUntil: Instant
  /** Null where other people may read the page. */
  readonly words: { readonly worth: Worth; readonly onward: Onward } | null
}

export const PULSE_SAID_FIELDS: SeenFields<PulseSaid> = {
  at: 'neutral',
  openUntil: 'neutral',
  words: { sight: 'pulse', instead: null, own: true },
}

const WORTHS = ['yes', 'partly', 'no'] as const
const ONWARDS = ['same', 'change', 'pause'] as const

/** Two taps and a button; after an hour it only says that there is an answer. */
export function PulseForm({
  question,
  frame,
}: {
  readonly question: PulseFormQuestion
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).pulse
  const { action, hidden, managerName, said, form } = question
  if (said && said.openUntil <= frame.now)
    return (
      <>
        {said.words ? <PulseWords said={said.words} frame={frame} /> : null}
        <p class="soft">
          <Saying sentence={words.closed} at={said.at} frame={frame} />
        </p>
      </>
    )
  return (
    <form method="post" action={action} class="stack">
      <Hidden values={hidden} />
      <ChoiceField
        form={form}
        name="worth"
        label={words.worth}
        value={said?.words?.worth ?? ''}
        choices={WORTHS.map((value) => ({ value, label: words.worths[value] }))}
      />
      <ChoiceField
        form={form}
        name="onward"
        label={words.onward}
        value={said?.words?.onward ?? ''}
        choices={ONWARDS.map((value) => ({ value, label: words.onwards[value] }))}
      />
      <p class="soft">{words.about(managerName)}</p>
      <p>
        <button class="primary" type="submit">
          {words.save}
        </button>
      </p>
      {said ? (
        <p class="soft">
          <Saying sentence={words.change} at={said.openUntil} frame={frame} />
        </p>
      ) : null}
    </form>
  )
}

type WordsProps = {
  readonly said: { readonly worth: Worth; readonly onward: Onward }
  readonly frame: PageFrame
}

/** Both answers in one line. */
export function PulseWords({ said, frame }: WordsProps) {
  const words = wordsFor(frame).pulse
  return (
    <p>
      {words.worth} <strong>{words.worths[said.worth]}</strong> · {words.onward}{' '}
      <strong>{words.onwards[said.onward]}</strong>
    </p>
  )
}
