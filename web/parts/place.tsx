import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { hrefOfPlace } from '../../worker/domain/pairing/place-link.ts'
import { wordsFor } from '../words/pages/words.ts'
import { Icon } from './icons.tsx'
import type { PageFrame } from './page-frame.ts'

export function PlaceLine({ place, frame }: { readonly place: Place | null; readonly frame: PageFrame }) {
  const words = wordsFor(frame).frame.place
  const href = hrefOfPlace(place)
  if (!place) return <span class="place">{words.open}</span>
  switch (place.kind) {
    case 'room':
      return (
        <span class="place">
          <Icon name="room" /> {place.room}
        </span>
      )
    case 'phone':
      return (
        <span class="place">
          <Icon name="phone" /> {href ? <a href={href}>{place.number}</a> : place.number}
        </span>
      )
    case 'link':
      return (
        <span class="place">
          <Icon name="link" /> <MeetingLink url={place.url} />
        </span>
      )
  }
}

/** Shows the host alone; anything but a web address is text, never a link. */
function MeetingLink({ url }: { readonly url: string }) {
  const host = /^https?:\/\/([^/?#]+)/.exec(url)?.[1]
  return host ? <a href={url}>{host}</a> : <>{url}</>
}
