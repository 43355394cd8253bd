import type { Availability, Person } from '../people/person.ts'
import { rulesOf } from '../people/presets.ts'
import type { Policy } from '../programme/programme.ts'
import { askedOf, type Situation } from '../situation.ts'
import type { PersonDiary } from '../slot/diary.ts'
import { openTimes, zoneAt, zoneOfDay } from '../slot/hours.ts'
import { dayText } from '../time/dates.ts'
import { startOfDay } from '../time/days.ts'
import type { Spans } from '../time/spans.ts'
import { type Day, earliest, instant, type Instant, latest, type Zone } from '../time/time.ts'
import { toInstant, toWall, wallDayNumber } from '../time/zones.ts'

/**
 * When a person answers: an assistant in her hours where they are known, anybody else from Monday to Friday, 8 to 18. On
 * a trip it is the clock there. Blackouts and days that he has closed are no working days.
 */
export type AnsweringTime = { readonly person: PersonDiary; readonly policy: Policy }

/** Of whoever is asked in this situation. */
export function answeringTimeOf(situation: AskedSituation): AnsweringTime {
  const { executive, programme, hoursKnown } = situation
  const asked = askedOf(situation)
  const known = hoursKnown.find(({ personId }) => personId === asked.id) ?? null
  return answeringTime(asked, known, { isExecutive: asked.id === executive.id, policy: programme.policy })
}

type AskedSituation = Pick<Situation, 'executive' | 'assistants' | 'programme' | 'hoursKnown'>

/** The hours of an executive say when he meets, not when he reads his mail: only the days that he has closed count. */
export function answeringTime(
  asked: Person,
  known: Availability | null,
  { isExecutive, policy }: { readonly isExecutive: boolean; readonly policy: Policy },
): AnsweringTime {
  const { trips = [] } = isExecutive ? rulesOf(asked) : {}
  const closed = known?.exceptions.filter(({ from }) => from === null) ?? []
  const office = {
    zone: isExecutive ? asked.zone : (known?.zone ?? asked.zone),
    weekly: [],
    exceptions: closed,
  }
  const availability = !isExecutive && known && known.weekly.length > 0 ? known : office
  return {
    person: {
      personId: asked.id,
      availability,
      rules: { trips },
      busy: [],
      feedUnknown: false,
      leaves: null,
      version: 0,
    },
    policy,
  }
}

/** Midnight at the end of the `count`-th working day after the day of `from`. */
export function endOfAnsweringDay(time: AnsweringTime, from: Instant, count: number): Instant {
  return nth(workingDays(time, dayAt(time, from) + 1), count).end
}

/**
 * So many working days after the person could see what was sent at `from`: at the same hour of the clock, or at the end of
 * the last of them if it was there when the first began.
 */
export function afterAnsweringDays(time: AnsweringTime, from: Instant, count: number): Instant {
  const { seen, day, later } = firstSight(time, from)
  if (seen === opens(day)) return closes(count > 1 ? nth(later, count - 1) : day)

  const { minutes } = toWall(day.zone, seen)
  const last = nth(later, count)
  const sameHour = toInstant(last.zone, last.day, minutes)
  return earliest(latest(sameHour, opens(last)), closes(last))
}

/** The moment at which the person has had so much working time (milliseconds) since `from`. */
export function afterAnsweringTime(time: AnsweringTime, from: Instant, length: number): Instant {
  let left = length
  for (const { hours } of workingDays(time, dayAt(time, from) - 1))
    for (let at = 0; at < hours.length; at += 2) {
      const start = Math.max(hours[at] ?? 0, from)
      const had = Math.max(0, (hours[at + 1] ?? 0) - start)
      if (had >= left) return instant(start + left)
      left -= had
    }
  return from
}

/** A day on which the person answers: its hours, in the zone of that day, and the midnight at its end. */
type WorkingDay = { readonly zone: Zone; readonly day: Day; readonly hours: Spans; readonly end: Instant }

/** Nobody is away for longer: after that every day counts. */
const MAX_DAYS_AWAY = 200

/** The working days from this day number on; there is no last one. */
function* workingDays({ person, policy }: AnsweringTime, first: number): Generator<WorkingDay> {
  let away = 0
  for (let number = first; ; number += 1) {
    const day = dayText(number)
    const zone = zoneOfDay(person, day)
    const [start, end] = [startOfDay(zone, day), startOfDay(zone, dayText(number + 1))]
    const hours = openTimes(person, policy, 'executive', { start, end })
    if (hours.length > 0) yield { zone, day, hours, end }
    else if (away >= MAX_DAYS_AWAY) yield { zone, day, hours: [start, end], end }
    else away += 1
  }
}

/** When the person first has a look at what is there at `from`, on which day, and the working days after it. */
function firstSight(time: AnsweringTime, from: Instant) {
  const days = workingDays(time, dayAt(time, from) - 1)
  for (;;) {
    const day = nth(days, 1)
    const at = day.hours.findIndex((edge, index) => index % 2 === 1 && edge > from)
    if (at > 0) return { seen: latest(from, instant(day.hours[at - 1] ?? from)), day, later: days }
  }
}

function nth(days: Generator<WorkingDay>, count: number): WorkingDay {
  for (let left = count; ; left -= 1) {
    const { value } = days.next()
    if (left <= 1) return value
  }
}

function opens({ hours, end }: WorkingDay): Instant {
  return instant(hours[0] ?? end)
}

function closes({ hours, end }: WorkingDay): Instant {
  return instant(hours.at(-1) ?? end)
}

function dayAt({ person }: AnsweringTime, moment: Instant): number {
  return wallDayNumber(zoneAt(person, 'executive', moment), moment)
}
