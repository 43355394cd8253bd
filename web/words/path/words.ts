import type { StepReason } from '../../../worker/domain/path/next-steps.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import { type StepsWords, stepsEn } from './en.ts'
import { stepsFr } from './fr.ts'

/** Why a format comes next, a sentence for each reason, in the reader's language. */
export function reasonWords(reasons: readonly StepReason[], locale: Locale): readonly string[] {
  const words: StepsWords = locale === 'fr' ? stepsFr : stepsEn
  return reasons.map((reason) =>
    words.reasons[reason.code]({
      act: 'act' in reason ? words.acts[reason.act] : '',
      aim: 'aim' in reason ? words.aims[reason.aim] : '',
      blocker: 'blocker' in reason ? words.blockers[reason.blocker] : '',
    }),
  )
}
