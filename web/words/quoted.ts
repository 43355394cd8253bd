import type { Locale } from '../../worker/domain/people/person.ts'

/** What somebody wrote, in the quotation marks of the reader's language. */
export function quoted(words: string, locale: Locale): string {
  return locale === 'fr' ? `«\u202f${words}\u202f»` : `“${words}”`
}
