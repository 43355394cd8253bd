import type { Locale } from '../../../worker/domain/people/person.ts'
import { pagesEn, type PageWords } from './en.ts'
import { pagesFr } from './fr.ts'

const WORDS: Record<Locale, PageWords> = { en: pagesEn, fr: pagesFr }

export function wordsFor({ locale }: { readonly locale: Locale }): PageWords {
  return WORDS[locale]
}
