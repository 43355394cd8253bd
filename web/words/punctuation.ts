import type { Locale } from '../../worker/domain/people/person.ts'

/** What somebody wrote, in the quotation marks of the reader's language. */
export function quoted(words: string, locale: Locale): string {
  return locale === 'fr' ? `«\u202f${words}\u202f»` : `“${words}”`
}

/** A label before what it is the label of; French has a narrow space before the colon. */
export function labelled(label: string, locale: Locale): string {
  return locale === 'fr' ? `${label}\u202f:` : `${label}:`
}
