import type { OptionId, SessionId } from '../ids.ts'
import type { FeedEntry } from '../itip/message.ts'
import { neutralShortName, type TitleRules, titledBy } from '../letter/title.ts'
import type { Place } from '../pairing/pairing.ts'
import { hrefOfPlace } from '../pairing/place-link.ts'
import { type SeenFields, seen } from '../people/fields.ts'
import { shortNameOf } from '../people/name/short.ts'
import type { SessionStatus } from '../session/session.ts'
import { DAY, type Instant, type Interval, MINUTE } from '../time/time.ts'

/** How long a session stays in a feed after it took place or was cancelled. */
export const FEED_KEEPS_MS = 30 * DAY

/** One session as a feed reads it. `nameless`: no calendar may show who meets whom. */
export type FeedSession = {
  readonly id: SessionId
  /** The option that this time is held for; null: the session's own time. */
  readonly held: OptionId | null
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
  readonly policy: TitleRules
  /** The executive's own wording; null: the programme's. */
  readonly ownWording: string | null
  /** The outward title of what it begins with. */
  readonly formatTitle: string | null
  readonly nameless: boolean
}

export const FEED_FIELDS: SeenFields<FeedSession> = {
  id: 'neutral',
  held: 'neutral',
  status: 'neutral',
  time: 'time',
  version: 'neutral',
  changedAt: 'neutral',
  mentorName: { sight: 'mentor-name', instead: null },
  executiveName: { sight: 'mentor-name', instead: null },
  mentorShortName: { sight: 'mentor-name', instead: null },
  executiveShortName: { sight: 'mentor-name', instead: null },
  place: 'time',
  policy: 'neutral',
  // Checked for forbidden words and hidden names when the title is made.
  ownWording: 'neutral',
  formatTitle: 'neutral',
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
  const { id, held, time, version, changedAt, place } = shown
  return {
    uid: `${(held ?? id).slice('ses_'.length)}.${to}@${host}`,
    sequence: version,
    dtstamp: changedAt,
    time,
    summary: titleOf(session, shown, { to, minutesWith }),
    description: null,
    location: place?.kind === 'room' ? place.room : place?.kind === 'phone' ? place.number : null,
    url: hrefOfPlace(place),
    status: statusOf(shown),
  }
}

function statusOf({ held, status }: FeedSession): FeedEntry['status'] {
  if (held !== null) return 'TENTATIVE'
  return status === 'cancelled' || status === 'did-not-happen' ? 'CANCELLED' : 'CONFIRMED'
}

/** The title of the invites. */
function titleOf(
  { executiveName, mentorName }: FeedSession,
  shown: FeedSession,
  {
    to,
    minutesWith,
  }: {
    readonly to: 'mentor' | 'manager'
    readonly minutesWith: (minutes: number, other: string) => string
  },
): string {
  const { ownWording: own, formatTitle: format, policy, time } = shown
  const other = otherIn(shown, to)
  const hidden = other === null ? [mentorName, executiveName].filter((name) => name !== null) : []
  const { wording, title } = titledBy({ own, format, other }, policy, hidden)
  if (title !== null) return title
  if (other === null || wording === 'plain') return '1:1'
  return minutesWith(Math.round((time.end - time.start) / MINUTE), other)
}

/** Null if nobody may be named. */
function otherIn(
  { mentorName, executiveName, ...session }: FeedSession,
  to: 'mentor' | 'manager',
): string | null {
  if (mentorName === null || executiveName === null) return null
  const { policy, executiveShortName, mentorShortName } = session
  const named = (name: string, shortName: string | null) =>
    shortNameOf({ name, shortName: neutralShortName(shortName, policy) })
  const [executive, mentor] = [named(executiveName, executiveShortName), named(mentorName, mentorShortName)]
  return to === 'mentor' ? executive : `${executive} / ${mentor}`
}
