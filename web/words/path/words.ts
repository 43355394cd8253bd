import type { StepReason } from '../../../worker/domain/path/next-steps.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import { ownStepsEn, stepsEn, type StepsWords } from './en.ts'
import { ownStepsFr, stepsFr } from './fr.ts'

/** Why a format comes next, a sentence for each reason, in the reader's language. */
export function reasonWords(reasons: readonly StepReason[], locale: Locale): readonly string[] {
  return sentences(reasons, locale === 'fr' ? stepsFr : stepsEn)
}

/** The same for the executive whose step it is, who is addressed in them. */
export function ownReasonWords(reasons: readonly StepReason[], locale: Locale): readonly string[] {
  return sentences(reasons, locale === 'fr' ? ownStepsFr : ownStepsEn)
}

function sentences(reasons: readonly StepReason[], words: StepsWords): readonly string[] {
  return reasons.map((reason) =>
    words.reasons[reason.code]({
      act: 'act' in reason ? words.acts[reason.act] : '',
      aim: 'aim' in reason ? words.aims[reason.aim] : '',
      blocker: 'blocker' in reason ? words.blockers[reason.blocker] : '',
    }),
  )
}
