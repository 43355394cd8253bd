import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { hrefOfPlace } from '../../worker/domain/pairing/place-link.ts'
import type { LetterWords } from '../words/letters/en.ts'
import { type Block, link, say, type Words } from './blocks.ts'
import { oneLine } from './names.ts'

/** LOCATION; few calendars read a meeting link from another property. */
export function locationOf(place: Place | null): string | null {
  switch (place?.kind) {
    case 'room':
      return oneLine(place.room)
    case 'phone':
      return oneLine(place.number)
    case 'link':
      return oneLine(place.url)
    case undefined:
      return null
  }
}

/** “Where: …” in one line, with what opens the place. Null if it is open. */
export function whereOf(place: Place | null, words: LetterWords): Words | null {
  const label = locationOf(place)
  if (label === null) return null
  const url = hrefOfPlace(place)
  const text = words.place.where(label)
  return url ? { text, label, url } : text
}

/** The place, with all that is needed to get there. */
export function whereBlocks(place: Place | null, words: LetterWords): readonly Block[] {
  const where = whereOf(place, words)
  const url = hrefOfPlace(place)
  if (where === null) return []
  return url && place?.kind === 'link' ? [link(words.place.join, url)] : [say(where)]
}

/** Before a time is chosen: the room, or only the means. */
export function meansOf(place: Place | null, words: LetterWords): string | null {
  switch (place?.kind) {
    case 'room':
      return words.place.where(oneLine(place.room))
    case 'phone':
      return words.place.byPhone
    case 'link':
      return words.place.online
    case undefined:
      return null
  }
}
