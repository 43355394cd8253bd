import type { PersonId, SessionId } from '../../worker/domain/ids.ts'
import type { Availability, DateException, WeeklyWindow } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import type { Busy, Diary, PersonDiary } from '../../worker/domain/slot/diary.ts'
import { dayNumber } from '../../worker/domain/time/dates.ts'
import { parseWallTime } from '../../worker/domain/time/days.ts'
import { DAY, fromIso, instant } from '../../worker/domain/time/time.ts'
import type { Day, Instant, Interval, WallMinutes } from '../../worker/domain/time/time.ts'

/** `at('2027-03-22T09:00Z')` */
export function at(text: string): Instant {
  const moment = fromIso(text)
  if (moment === null) throw new Error(`Not a moment: ${text}`)
  return moment
}

export function between(start: string, end: string): Interval {
  return { start: at(start), end: at(end) }
}

/** The day in UTC, or several of them. */
export function day(first: Day, days = 1): Interval {
  const start = dayNumber(first) * DAY
  return { start: instant(start), end: instant(start + days * DAY) }
}

/** `clock('09:30')`: minutes since midnight. */
export function clock(text: string): WallMinutes {
  const minutes = parseWallTime(text)
  if (minutes === null) throw new Error(`Not a wall time: ${text}`)
  return minutes
}

export const WORKING_DAYS = [1, 2, 3, 4, 5]
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** `weekly([1, 2], '09:00', '12:00')`: the same hours on each of the ISO weekdays. */
export function weekly(days: readonly number[], from: string, to: string): WeeklyWindow[] {
  return days.map((each) => ({ day: each, from: clock(from), to: clock(to) }))
}

export function closed(date: Day): DateException {
  return { date, from: null, to: null }
}

export function instead(date: Day, from: string, to: string): DateException {
  return { date, from: clock(from), to: clock(to) }
}

/** By default weekdays nine to five in UTC. */
export function hours(parts: Partial<Availability> = {}): Availability {
  return { zone: 'UTC', weekly: weekly(WORKING_DAYS, '09:00', '17:00'), exceptions: [], ...parts }
}

export function aPersonDiary(parts: Partial<PersonDiary> = {}): PersonDiary {
  return {
    personId: 'per_anybody',
    availability: hours(),
    rules: {},
    busy: [],
    feedUnknown: false,
    leaves: null,
    version: 1,
    ...parts,
  }
}

/** Two people free on weekdays, nine to five in UTC; it is Monday 1 March 2027, seven. No notice, no buffers. */
export function aDiary(parts: Partial<Diary> = {}): Diary {
  return {
    mentor: aPersonDiary({ personId: MENTOR }),
    executive: aPersonDiary({ personId: EXECUTIVE }),
    policy: { ...DEFAULT_POLICY, notice: 0, buffers: { before: 0, after: 0 } },
    now: at('2027-03-01T07:00Z'),
    ...parts,
  }
}

export const MENTOR: PersonId = 'per_mentor'
export const EXECUTIVE: PersonId = 'per_executive'

/** A busy session; `id` distinguishes it. */
export function aSessionAt(start: string, end: string, id: SessionId = 'ses_other'): Busy {
  return { ...between(start, end), sessionId: id, kind: 'session' }
}

/** A busy time from a feed. */
export function busyAt(start: string, end: string, kind: Busy['kind'] = 'busy'): Busy {
  return { ...between(start, end), sessionId: null, kind }
}
