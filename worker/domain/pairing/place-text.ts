import { isWithin, MAX_MEETING_LINK_CHARACTERS, MAX_ROOM_CHARACTERS, PHONE_CHARACTERS } from '../limits.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Place } from './pairing.ts'

/** Digits, at least four, and the usual separators. */
export function isPhoneNumber(text: string): boolean {
  return isWithin(text.length, PHONE_CHARACTERS) && /^\+?[\d ().-]+$/.test(text) && /(\d.*){4}/.test(text)
}

/** An https URL without a user name or password. `isUrl` is the runtime's own check. */
export function isMeetingLink(text: string, isUrl: (text: string) => boolean): boolean {
  return (
    text.length <= MAX_MEETING_LINK_CHARACTERS &&
    /^https:\/\/[^\s/@]+\.[^\s/@]+(\/\S*)?$/.test(text) &&
    isUrl(text)
  )
}

const NAMED = /^(room|phone|link):\s*/i

/** A place in one cell: a web address is a link, a number a phone, all else a room; `room: 4711` says which is meant. */
export function placeIn(text: string, isUrl: (text: string) => boolean): Result<Place | null, Place['kind']> {
  const [prefix = '', named = ''] = NAMED.exec(text) ?? []
  const words = text.slice(prefix.length).trim()
  if (words === '') return prefix === '' ? accept(null) : refuse('room')
  switch (named.toLowerCase() || kindOf(words)) {
    case 'link':
      return isMeetingLink(words, isUrl) ? accept({ kind: 'link', url: words }) : refuse('link')
    case 'phone':
      return isPhoneNumber(words) ? accept({ kind: 'phone', number: words }) : refuse('phone')
    default:
      return words.length <= MAX_ROOM_CHARACTERS ? accept({ kind: 'room', room: words }) : refuse('room')
  }
}

/** What `placeIn` reads as this place; empty where there is none. */
export function placeText(place: Place | null): string {
  if (place === null) return ''
  const words = wordsOf(place)
  return !NAMED.test(words) && kindOf(words) === place.kind ? words : `${place.kind}: ${words}`
}

function wordsOf(place: Place): string {
  switch (place.kind) {
    case 'link':
      return place.url
    case 'phone':
      return place.number
    case 'room':
      return place.room
  }
}

function kindOf(words: string): Place['kind'] {
  if (/^https?:\/\//i.test(words)) return 'link'
  return isPhoneNumber(words) ? 'phone' : 'room'
}
