import {
  isWithin,
  MAX_MEETING_LINK_CHARACTERS,
  MAX_ROOM_CHARACTERS,
  PHONE_CHARACTERS,
} from '../../domain/limits.ts'
import type { Place } from '../../domain/pairing/pairing.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'

/** Reads `placeKind` and `place` of a form; null if the place is open. Refuses an invalid room, number or link. */
export function readPlace(
  fields: Readonly<Record<string, string | undefined>>,
): Result<Place | null, 'number' | 'url' | 'room'> {
  const text = fields['place']?.trim() ?? ''
  switch (fields['placeKind']) {
    case 'room':
      return text && text.length <= MAX_ROOM_CHARACTERS
        ? accept({ kind: 'room', room: text })
        : refuse('room')
    case 'phone':
      return isPhoneNumber(text) ? accept({ kind: 'phone', number: text }) : refuse('number')
    case 'link':
      return isMeetingLink(text) ? accept({ kind: 'link', url: text }) : refuse('url')
    default:
      return accept(null)
  }
}

/** Digits, at least four, and the usual separators. */
export function isPhoneNumber(text: string): boolean {
  return isWithin(text.length, PHONE_CHARACTERS) && /^\+?[\d ().-]+$/.test(text) && /(\d.*){4}/.test(text)
}

/** An https URL without a user name or password. */
export function isMeetingLink(text: string): boolean {
  return (
    text.length <= MAX_MEETING_LINK_CHARACTERS &&
    /^https:\/\/[^\s/@]+\.[^\s/@]+(\/\S*)?$/.test(text) &&
    URL.canParse(text)
  )
}
