import type { Place } from '../../worker/domain/pairing/pairing.ts'
import type { LetterWords } from '../words/letters/en.ts'
import { type Block, link, say } from './blocks.ts'
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

/** The meeting link, if it is a web address. */
export function meetingUrlOf(place: Place | null): string | null {
  return place?.kind === 'link' && /^https?:\/\/[^\s<>"]+$/i.test(place.url) ? place.url : null
}

/** The place, with all that is needed to get there. */
export function whereBlocks(place: Place | null, words: LetterWords): readonly Block[] {
  const location = locationOf(place)
  const url = meetingUrlOf(place)
  if (!location) return []
  return url ? [link(words.place.join, url)] : [say(words.place.where(location))]
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
