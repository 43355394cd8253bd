import { EMPTY_FORM, type FormState } from '../../../web/parts/form.ts'
import type { PulseQuestion } from '../../../web/parts/pulse-form.tsx'
import type { PersonId } from '../../domain/ids.ts'
import type { Onward, Worth } from '../../domain/pairing/pulse-answer.ts'
import { questionTo } from '../../domain/pairing/pulse.ts'
import type { Situation } from '../../domain/situation.ts'

type Asked = Pick<Situation, 'now' | 'programme' | 'pairing' | 'pulse'>

type Where = {
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly managerName: string
  /** Whether what was said may be shown: never behind a link that a calendar may hold. */
  readonly isOwn: boolean
  readonly form?: FormState
}

/** The two questions to one person, wherever a page has them; null while nothing is asked. */
export function pulseQuestion(
  situation: Asked,
  personId: PersonId,
  { action, hidden, managerName, isOwn, form = EMPTY_FORM }: Where,
): PulseQuestion | null {
  const question = questionTo(situation, personId)
  if (!question) return null
  const { said, openUntil } = question
  const shown = said &&
    openUntil && { at: said.at, openUntil, words: isOwn ? { worth: said.worth, onward: said.onward } : null }
  return { action, hidden, managerName, said: shown, form }
}

const WORTHS: readonly Worth[] = ['yes', 'partly', 'no']
const ONWARDS: readonly Onward[] = ['same', 'change', 'pause']

/** What was tapped; null unless both were. */
export function readPulse(fields: Readonly<Record<string, string | undefined>>) {
  const worth = WORTHS.find((each) => each === fields['worth'])
  const onward = ONWARDS.find((each) => each === fields['onward'])
  return worth && onward ? { worth, onward } : null
}
