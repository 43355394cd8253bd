import type { Locale } from '../../../worker/domain/people/person.ts'
import { statesEn } from './en.ts'
import { statesFr } from './fr.ts'

const STATES: Readonly<Record<Locale, typeof statesEn>> = { en: statesEn, fr: statesFr }

export function statesOf(locale: Locale): typeof statesEn {
  return STATES[locale]
}
