import { completeWords, type FormatWords, type OwnWords } from '../../../worker/domain/path/format.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import { formatWordsEn } from './en.ts'
import { formatWordsFr } from './fr.ts'

/** A format in the reader's language; the programme's own words are used in every language. */
export function formatWords(words: FormatWords, locale: Locale): OwnWords {
  // A brief that waits in the outbox may hold words from before they had all their parts.
  return 'standard' in words ? standardWords(words.standard, locale) : completeWords(words)
}

export function formatName(words: FormatWords, locale: Locale): string {
  return formatWords(words, locale).name
}

function standardWords(standard: StandardFormat, locale: Locale): OwnWords {
  return (locale === 'fr' ? formatWordsFr : formatWordsEn)[standard]
}
