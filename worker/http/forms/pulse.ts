import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import { PULSE_SAID_FIELDS, type PulseFormQuestion, type PulseSaid } from '../../../web/parts/pulse-form.tsx'
import type { PersonId } from '../../domain/ids.ts'
import type { Onward, Worth } from '../../domain/pairing/pulse-answer.ts'
import { questionTo } from '../../domain/pairing/pulse.ts'
import { seen } from '../../domain/people/fields.ts'
import type { Look } from '../../domain/people/permission.ts'
import type { Situation } from '../../domain/situation.ts'

type PulseContext = Pick<Situation, 'now' | 'programme' | 'pairing' | 'pulse'>

type PulseOptions = {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly managerName: string
  /** Hides the answers behind a link that a calendar may contain. */
  readonly look: Look
  readonly form?: FormState
}

/** The two pulse questions for one person, on any page; null if the person is not asked. */
export function pulseQuestion(
  situation: PulseContext,
  personId: PersonId,
  { action, hidden, managerName, look, form = EMPTY_FORM }: PulseOptions,
): PulseFormQuestion | null {
  const question = questionTo(situation, personId)
  if (!question) return null
  const { said, openUntil } = question
  if (!said || !openUntil) return { action, hidden, managerName, said: null, form }
  const { at, worth, onward } = said
  const shown = seen<PulseSaid>(look, PULSE_SAID_FIELDS, { at, openUntil, words: { worth, onward } })
  return { action, hidden, managerName, said: shown, form }
}

const WORTHS: readonly Worth[] = ['yes', 'partly', 'no']
const ONWARDS: readonly Onward[] = ['same', 'change', 'pause']

/** Both answers; null if one is missing. */
export function readPulse(fields: Readonly<Record<string, string | undefined>>) {
  const worth = WORTHS.find((each) => each === fields['worth'])
  const onward = ONWARDS.find((each) => each === fields['onward'])
  return worth && onward ? { worth, onward } : null
}
