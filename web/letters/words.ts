import type { Locale } from '../../worker/domain/people/person.ts'
import { en, type LetterWords } from '../words/letters/en.ts'
import { fr } from '../words/letters/fr.ts'

const words: Record<Locale, LetterWords> = { en, fr }

export function wordsOf(locale: Locale): LetterWords {
  return words[locale]
}
