import type { FormatWords, OwnWords } from '../../../worker/domain/path/format.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import { formatWordsEn, type StandardWords } from './en.ts'
import { formatWordsFr } from './fr.ts'

/** A format in the reader's language; the programme's own words are used in every language. */
export function formatWords(words: FormatWords, locale: Locale): OwnWords {
  return 'standard' in words ? standardWords(words.standard, locale) : words
}

export function formatName(words: FormatWords, locale: Locale): string {
  return formatWords(words, locale).name
}

/** A suggested commitment; only standard formats have one. */
export function nextOf(words: FormatWords, locale: Locale): string | null {
  return 'standard' in words ? standardWords(words.standard, locale).next : null
}

function standardWords(standard: keyof typeof formatWordsEn, locale: Locale): StandardWords {
  return (locale === 'fr' ? formatWordsFr : formatWordsEn)[standard]
}
