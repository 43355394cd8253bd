import type { Locale } from '../../worker/domain/people/person.ts'
import type { MeasureName } from './measures.ts'
import { RISKS_OF_EXECUTIVES } from './risks-of-executives.ts'
import { RISKS_OF_OTHERS } from './risks-of-others.ts'

/** The four steps that the French authority (CNIL) uses for likelihood and severity: 1 negligible to 4 maximum. */
export type Step = 1 | 2 | 3 | 4

type RiskText = {
  readonly title: string
  /** What could happen, and why it weighs and how likely it is without measures. */
  readonly what: string
  /** What is left with the measures, and what the organisation itself has to do. */
  readonly remains: string
}

export type Risk = Readonly<Record<Locale, RiskText>> & {
  readonly severity: Step
  readonly likelihood: Step
  /** With the measures. */
  readonly likelihoodAfter: Step
  readonly measures: readonly MeasureName[]
}

export const RISKS = { executives: RISKS_OF_EXECUTIVES, others: RISKS_OF_OTHERS }

const STEPS: Readonly<Record<Locale, Readonly<Record<Step, string>>>> = {
  en: { 1: 'negligible', 2: 'limited', 3: 'significant', 4: 'maximum' },
  fr: { 1: 'négligeable', 2: 'limitée', 3: 'importante', 4: 'maximale' },
}

export function stepText(step: Step, locale: Locale): string {
  return `${STEPS[locale][step]} (${step})`
}
