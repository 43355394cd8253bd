import { MAX_ROOM_CHARACTERS } from '../../domain/limits.ts'
import type { Place } from '../../domain/pairing/pairing.ts'
import { isMeetingLink, isPhoneNumber } from '../../domain/pairing/place-text.ts'
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
      return isMeetingLink(text, isUrl) ? accept({ kind: 'link', url: text }) : refuse('url')
    default:
      return accept(null)
  }
}

/** As the runtime reads web addresses. */
export function isUrl(text: string): boolean {
  return URL.canParse(text)
}
