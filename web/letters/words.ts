import type { Locale } from '../../worker/domain/people/person.ts'
import { lettersEn, type LetterWords } from '../words/letters/en.ts'
import { lettersFr } from '../words/letters/fr.ts'

const words: Record<Locale, LetterWords> = { en: lettersEn, fr: lettersFr }

export function wordsOf(locale: Locale): LetterWords {
  return words[locale]
}
