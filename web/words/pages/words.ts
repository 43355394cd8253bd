import type { Locale } from '../../../worker/domain/people/person.ts'
import { en, type PageWords } from './en.ts'
import { fr } from './fr.ts'

const WORDS: Record<Locale, PageWords> = { en, fr }

export function wordsFor({ locale }: { readonly locale: Locale }): PageWords {
  return WORDS[locale]
}
