import type { SessionId } from '../ids.ts'
import type { FeedEntry } from '../itip/message.ts'
import type { Place } from '../pairing/pairing.ts'
import { hrefOfPlace } from '../pairing/place-link.ts'
import { type SeenFields, seen } from '../people/fields.ts'
import { shortNameOf } from '../people/name/short.ts'
import type { Wording } from '../programme/programme.ts'
import type { SessionStatus } from '../session/session.ts'
import { DAY, type Instant, type Interval, MINUTE } from '../time/time.ts'

/** How long a session stays in a feed after it took place or was cancelled. */
export const FEED_KEEPS_MS = 30 * DAY

/** One session as a feed reads it. `nameless`: no calendar may show who meets whom. */
export type FeedSession = {
  readonly id: SessionId
  readonly status: SessionStatus
  readonly time: Interval
  readonly version: number
  readonly changedAt: Instant
  /** Null if nobody may be named. */
  readonly mentorName: string | null
  readonly executiveName: string | null
  /** As the programme set them; null: made from the names. */
  readonly mentorShortName: string | null
  readonly executiveShortName: string | null
  readonly place: Place | null
  readonly wording: Wording
  readonly nameless: boolean
}

export const FEED_FIELDS: SeenFields<FeedSession> = {
  id: 'neutral',
  status: 'neutral',
  time: 'time',
  version: 'neutral',
  changedAt: 'neutral',
  mentorName: { sight: 'mentor-name', instead: null },
  executiveName: { sight: 'mentor-name', instead: null },
  mentorShortName: { sight: 'mentor-name', instead: null },
  executiveShortName: { sight: 'mentor-name', instead: null },
  place: 'time',
  wording: 'neutral',
  nameless: 'neutral',
}

/** Neutral and true, like the invites. It has a UID of its own, so that no calendar confuses it with the invite. */
export function feedEntry(
  session: FeedSession,
  to: 'mentor' | 'manager',
  host: string,
  minutesWith: (minutes: number, other: string) => string,
): FeedEntry {
  const look = { viewer: 'calendar', readerId: null, nameless: session.nameless } as const
  const shown = seen(look, FEED_FIELDS, session)
  const { id, time, version, changedAt, place, status } = shown
  return {
    uid: `${id.slice('ses_'.length)}.${to}@${host}`,
    sequence: version,
    dtstamp: changedAt,
    time,
    summary: titleOf(shown, to, minutesWith),
    description: null,
    location: place?.kind === 'room' ? place.room : place?.kind === 'phone' ? place.number : null,
    url: hrefOfPlace(place),
    status: status === 'cancelled' || status === 'did-not-happen' ? 'CANCELLED' : 'CONFIRMED',
  }
}

function titleOf(
  { wording, time, mentorName, executiveName, ...session }: FeedSession,
  to: 'mentor' | 'manager',
  minutesWith: (minutes: number, other: string) => string,
): string {
  if (mentorName === null || executiveName === null || wording === 'plain') return '1:1'
  const minutes = Math.round((time.end - time.start) / MINUTE)
  const executive = shortNameOf({ name: executiveName, shortName: session.executiveShortName })
  const mentor = shortNameOf({ name: mentorName, shortName: session.mentorShortName })
  return minutesWith(minutes, to === 'mentor' ? executive : `${executive} / ${mentor}`)
}
