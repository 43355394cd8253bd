import type { Place } from './pairing.ts'

/** What opens a place: the web address of a meeting, or a telephone number as `tel:`; null for a room, or for other text. */
export function hrefOfPlace(place: Place | null): string | null {
  switch (place?.kind) {
    case 'link':
      return /^https?:\/\/[^\s<>"]+$/i.test(place.url) ? place.url : null
    case 'phone':
      return telOf(place.number)
    default:
      return null
  }
}

/**
 * RFC 3966: digits, and a plus before an international number. The “(0)” of “+33 (0)1 …” is dialled at home alone. Null for
 * what is no number.
 */
function telOf(number: string): string | null {
  const dialled = number.trim().replace(/^(\+[^(]*)\(0\)/, '$1')
  if (!/^\+?[\d ().-]+$/.test(dialled)) return null
  const digits = dialled.replaceAll(/\D/g, '')
  return digits.length < 3 ? null : `tel:${dialled.startsWith('+') ? '+' : ''}${digits}`
}
