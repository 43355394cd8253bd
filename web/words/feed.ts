import type { Locale } from '../../worker/domain/people/person.ts'
import { lettersEn } from './letters/en.ts'
import { lettersFr } from './letters/fr.ts'

/** The name of a subscribed calendar, and the titles in it: the same as the invites'. */
export function wordsOfFeed(locale: Locale) {
  return { name: 'Sotto', with: (locale === 'fr' ? lettersFr : lettersEn).calendar.title }
}
