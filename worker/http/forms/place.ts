import type { Place } from '../../domain/pairing/pairing.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'

/** `placeKind` and `place` of a form; null where it is still open. Refuses what nobody could go to, call or open. */
export function readPlace(
  fields: Readonly<Record<string, string | undefined>>,
): Result<Place | null, 'number' | 'url' | 'room'> {
  const text = fields['place']?.trim() ?? ''
  switch (fields['placeKind']) {
    case 'room':
      return text ? accept({ kind: 'room', room: text }) : refuse('room')
    case 'phone':
      return /^\+?[\d\s().-]{5,30}$/.test(text) ? accept({ kind: 'phone', number: text }) : refuse('number')
    case 'link':
      return isWebAddress(text) ? accept({ kind: 'link', url: text }) : refuse('url')
    default:
      return accept(null)
  }
}

function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s/]+\.[^\s/]+/.test(text) && text.length <= 500
}
