import type { PersonId } from '../../worker/domain/ids.ts'
import type { SeenField } from '../../worker/domain/people/fields.ts'
import { isOfNoUse, tallyOf, WHYS, type WhyAsked, type WhySaid } from '../../worker/domain/session/why.ts'
import { wordsFor } from '../words/pages/words.ts'
import { labelled } from '../words/punctuation.ts'
import { ChoiceField, Hidden } from './fields.tsx'
import type { FormState } from './form.ts'
import type { PageFrame } from './page-frame.ts'

/** `by`: who said it, by name; null for the reader himself. */
export type WhyLine = Pick<WhySaid, 'code'> & { readonly byId: PersonId; readonly by: string | null }

/** Everybody but the manager sees at most what he said himself; the executive all of it. One of them only she sees. */
export const WHYS_SEEN = {
  sight: 'why',
  instead: [],
  of: ({ byId }) => byId,
  fewer: { sight: 'of-no-use', when: isOfNoUse },
} as const satisfies SeenField<readonly Pick<WhySaid, 'code' | 'byId'>[]>

type RowProps = {
  readonly frame: PageFrame
  readonly asked: WhyAsked
  readonly said: readonly WhyLine[]
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  /** Who reads it, in one sentence. */
  readonly hint: string
}

/** After an answer: one row of taps that nobody has to make, or what was said. */
export function WhyRow({ frame, asked, said, ...form }: RowProps) {
  const words = wordsFor(frame).whys
  if (asked === null && said.length === 0) return null
  return (
    <section class="aside why">
      {said.map((each) => (
        <p>{whySentence(each, frame)}</p>
      ))}
      {asked === 'now' ? <Taps frame={frame} {...form} question={words.ask} /> : null}
      {asked === 'again' ? (
        <details class="quietly">
          <summary>{words.again}</summary>
          <Taps frame={frame} {...form} question={words.ask} />
        </details>
      ) : null}
    </section>
  )
}

type TapsProps = Pick<RowProps, 'frame' | 'action' | 'hidden' | 'hint'> & { readonly question: string }

function Taps({ frame, action, hidden, hint, question }: TapsProps) {
  const { codes } = wordsFor(frame).whys
  return (
    <form method="post" action={action} class="stack">
      <Hidden values={hidden} />
      <p>{question}</p>
      <p class="actions">
        {WHYS.map((code) => (
          <button class="quiet" type="submit" name="why" value={code}>
            {codes[code]}
          </button>
        ))}
      </p>
      <p class="soft">{hint}</p>
    </form>
  )
}

function whySentence({ code, by }: WhyLine, frame: PageFrame): string {
  const { codes, youSaid, said } = wordsFor(frame).whys
  return by === null ? youSaid(codes[code]) : said(by, codes[code])
}

type FieldProps = {
  readonly frame: PageFrame
  readonly form: FormState
  /** Null where she fills it in herself. */
  readonly managerName: string | null
  /** What was said so far, and how to say that nothing was. */
  readonly value?: string
  readonly none?: string
}

/** In a log: shown once it is chosen that the session fell short. */
export function WhyField({ frame, form, managerName, value, none }: FieldProps) {
  const words = wordsFor(frame).whys
  return (
    <ChoiceField
      form={form}
      name="whyNotHeld"
      label={words.askHeld}
      {...(managerName !== null && { hint: words.askHeldHint(managerName) })}
      {...(value !== undefined && { value })}
      choices={[
        ...WHYS.map((each) => ({ value: each, label: words.codes[each] })),
        ...(none === undefined ? [] : [{ value: '', label: none }]),
      ]}
    />
  )
}

/** For the manager: how often each was said of this pairing. */
export function WhyTallies({
  said,
  frame,
}: {
  readonly said: readonly WhySaid[]
  readonly frame: PageFrame
}) {
  const words = wordsFor(frame).whys
  return tallyOf(said).map(({ kind, codes }) => (
    <p>
      {labelled(words.kinds[kind], frame.locale)}{' '}
      <strong>{codes.map(({ code, count }) => words.times(words.codes[code], count)).join(' · ')}</strong>
    </p>
  ))
}
