import type { MentorColour } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { shortNameOf } from '../../../domain/people/name/short.ts'
import { type Session, standingOptions } from '../../../domain/session/session.ts'
import { openIntervals } from '../../../domain/slot/availability.ts'
import { type Instant, type Interval, overlaps } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { hasMentored } from '../../../storage/pairing/pairing.ts'
import { listEverybody, type Member } from '../../../storage/people/membership.ts'
import { listSessions } from '../../../storage/session/session.ts'
import { listAvailability } from '../../../storage/slot/availability.ts'
import type { ProgrammeScope } from '../programme-scope.ts'

/** As many columns as there are colours; more would be hard to read. */
export const MENTORS_PER_PAGE = 8

const COLOURS: readonly MentorColour[] = [1, 2, 3, 4, 5, 6, 7, 8]

export type ReadMentor = {
  readonly id: PersonId
  readonly name: string
  readonly colour: MentorColour
  /** Open intervals of the window, in order. */
  readonly open: readonly Interval[]
}

/** A session at its time, or at one held time of its open offer; never a cancelled one. */
export type Placed = Pick<Session, 'id' | 'status' | 'executiveId' | 'mentorId'> & { readonly time: Interval }

export type MentorCalendar = {
  readonly mentors: readonly ReadMentor[]
  /** Sorted by time. */
  readonly sessions: readonly Placed[]
  /** How many mentors come before this page, and how many there are. */
  readonly from: number
  readonly all: number
  /** Whose sessions alone are shown; null: everybody's. */
  readonly only: PersonId | null
  /** All whom the programme knows, by name. */
  readonly members: readonly Member[]
  readonly nameOf: (id: PersonId) => string
  /** As titles of calendars have it. */
  readonly shortNameOf: (id: PersonId) => string
  readonly colourOf: (id: PersonId) => MentorColour
}

export type Narrowed = {
  /** Counts from 1 and stops at the last page; null: all mentors. */
  readonly page?: number | null
  /** One mentor; somebody unknown counts as nobody. */
  readonly mentor?: PersonId | null
}

/** A mentor has the same colour on every page, and alone. */
export async function readMentorCalendar(
  { db, now }: Platform,
  { programme }: Pick<ProgrammeScope, 'programme'>,
  window: Interval,
  { page = null, mentor = null }: Narrowed = {},
): Promise<MentorCalendar> {
  const [members, sessions, isOrWasMentor] = await Promise.all([
    listEverybody(db, programme.id),
    listSessions(db, programme.id, { ...window, now: now() }),
    mentor ? hasMentored(db, programme.id, mentor) : false,
  ])
  const all = members.filter(({ roles }) => roles.includes('mentor'))
  const known = members.filter(
    ({ id, roles }) => id === mentor && (roles.includes('mentor') || isOrWasMentor),
  )
  const only = known[0]?.id ?? null
  const last = Math.max(1, Math.ceil(all.length / MENTORS_PER_PAGE))
  const from = page === null || only ? 0 : (Math.min(page, last) - 1) * MENTORS_PER_PAGE
  const ofPage = page === null ? all : all.slice(from, from + MENTORS_PER_PAGE)
  const shown = only ? known : ofPage
  const ids = shown.map(({ id }) => id)
  const hours = await listAvailability(db, ids)
  const named = new Map(members.map((each) => [each.id, each]))
  const colours = new Map(all.map(({ id }, index) => [id, COLOURS[index % COLOURS.length] ?? 1]))
  const colourOf = (id: PersonId) => colours.get(id) ?? 1
  return {
    mentors: shown.map(({ id, name }) => {
      const own = hours.get(id)
      return { id, name, colour: colourOf(id), open: own ? openIntervals(own, window) : [] }
    }),
    sessions: sessions
      .filter(({ mentorId }) => (page === null && !only) || ids.includes(mentorId))
      .flatMap((session) => timesOf(session, now()).map((time) => ({ ...session, time })))
      .filter(({ time }) => overlaps(time, window))
      .toSorted((one, other) => one.time.start - other.time.start),
    from,
    all: all.length,
    ...{ only, members },
    nameOf: (id) => named.get(id)?.name ?? '',
    shortNameOf: (id) => shortNameOf(named.get(id) ?? { name: '' }),
    colourOf,
  }
}

/** The session's time, else the held times of its open offer. */
function timesOf({ time, status, offer }: Session, now: Instant): readonly Interval[] {
  if (status === 'cancelled') return []
  if (time) return [time]
  return standingOptions(offer, now)
}
