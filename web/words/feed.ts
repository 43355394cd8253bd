import type { Locale } from '../../worker/domain/people/person.ts'
import { en } from './letters/en.ts'
import { fr } from './letters/fr.ts'

/** What a subscribed calendar is called, and the titles in it: the same as the invites'. */
export function wordsOfFeed(locale: Locale) {
  return { name: 'Sotto', with: (locale === 'fr' ? fr : en).calendar.title }
}
