import type { Availability, Person, Trip, WeeklyWindow } from '../people/person.ts'
import type { Blackout, Policy } from '../programme/programme.ts'
import { addDays, startOfDay } from '../time/days.ts'
import { intervalsOf, pairsOf, sharedBy, type Spans, unionOf, without } from '../time/spans.ts'
import { after } from '../time/time.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import { repeatedHours } from '../time/zones.ts'
import { openSpans } from './availability.ts'
import type { PersonDiary } from './diary.ts'
import { inOrder } from './trips.ts'

/** A person's side in a session. Without any hours, a mentor has none and an executive has office hours. */
export type Side = 'mentor' | 'executive'

/** When a person could meet by hours and rules alone; never while a busy feed of his cannot be read. */
export function openHours(person: PersonDiary, policy: Policy, side: Side, window: Interval): Interval[] {
  return intervalsOf(openTimes(person, policy, side, window))
}

/** The same as numbers. */
export function openTimes(person: PersonDiary, policy: Policy, side: Side, window: Interval): Spans {
  if (person.feedUnknown) return []

  const open = staysOf(person, side, window).map((stay) => openDuring(stay, person, policy, side))
  const [only = []] = open
  return open.length > 1 ? unionOf(open.flat()) : only
}

function openDuring(stay: Stay, person: PersonDiary, policy: Policy, side: Side): Spans {
  const { never = [] } = person.rules
  const { zone } = stay
  const hours = openSpans({ ...heldHours(person.availability, side), zone }, stay)
  const blackouts = policy.blackouts.flatMap(({ from, to }) => wholeDays(zone, from, to))
  const neverOpen = never.length > 0 ? openSpans({ zone, weekly: never, exceptions: [] }, stay) : []
  return without(hours, [...blackouts, ...neverOpen])
}

/** The programme's blackout that the slot would fall into, in the person's own zone. */
export function blackoutOf(person: PersonDiary, policy: Policy, side: Side, slot: Interval): Blackout | null {
  const stays = policy.blackouts.length > 0 ? staysOf(person, side, slot) : []
  const isHit = ({ from, to }: Blackout): boolean =>
    stays.some((stay) => sharedBy(pairsOf([stay]), wholeDays(stay.zone, from, to)).length > 0)
  return policy.blackouts.find(isHit) ?? null
}

/** The second pass of a repeated hour: its wall clock means the first pass, so nothing starts in the second. */
export function unnamedTimes(person: PersonDiary, side: Side, window: Interval): Spans {
  return staysOf(person, side, window).flatMap((stay) =>
    sharedBy(pairsOf(repeatedHours(stay.zone, stay)), pairsOf([stay])),
  )
}

/** The zone of the person at that moment; on the way between two, the home zone. */
export function zoneAt(person: Whereabouts, side: Side, moment: Instant): Zone {
  return whereAt(person, side, moment) ?? person.availability.zone
}

/** The same; null: on the way. */
export function whereAt(person: Whereabouts, side: Side, moment: Instant): Zone | null {
  const [stay] = staysOf(person, side, { start: moment, end: after(moment, 1) })
  return stay?.zone ?? null
}

/** The executive's zone on a day: home, or the zone of a trip. */
export function zoneOfDay({ availability, rules }: Whereabouts, day: Day): Zone {
  return rules.trips?.find(({ from, to }) => from <= day && day <= to)?.zone ?? availability.zone
}

/** The executive's zone at that moment, for letters and pages: home, or the zone of a trip. */
export function zoneOfAt({ zone, rules }: Pick<Person, 'zone' | 'rules'>, moment: Instant): Zone {
  return zoneAt({ availability: { zone }, rules }, 'executive', moment)
}

/** What is needed to find a person's zone. */
type Whereabouts = Pick<PersonDiary, 'rules'> & { readonly availability: Pick<Availability, 'zone'> }

type Stay = Interval & { readonly zone: Zone }

/**
 * The window in parts, each in one zone. On a trip, the days count in the zone of the trip; the same days in the home
 * zone are closed too, so that no home hour is left on the last evening. Where two trips meet, the one that begins later
 * holds, in whatever order they are listed.
 */
function staysOf({ availability, rules }: Whereabouts, side: Side, window: Interval): Stay[] {
  const trips: readonly Trip[] = side === 'executive' ? inOrder(rules.trips ?? []).toReversed() : []
  if (trips.length === 0) return [{ ...window, zone: availability.zone }]

  const stays: Stay[] = []
  const stay = (parts: Spans, zone: Zone): void => {
    for (const part of intervalsOf(parts)) stays.push({ ...part, zone })
  }
  let home: Spans = pairsOf([window])
  for (const { zone, from, to } of trips) {
    const there = wholeDays(zone, from, to)
    stay(sharedBy(home, there), zone)
    home = without(home, [...there, ...wholeDays(availability.zone, from, to)])
  }
  stay(home, availability.zone)
  return stays.toSorted((one, other) => one.start - other.start)
}

const OFFICE_HOURS: readonly WeeklyWindow[] = [1, 2, 3, 4, 5].map((day) => ({
  day,
  from: 8 * 60,
  to: 18 * 60,
}))

/** The hours that hold: without any of his own an executive has office hours. */
export function heldHours(availability: Availability, side: Side): Availability {
  const hasNoHours = side === 'executive' && availability.weekly.length === 0
  return hasNoHours ? { ...availability, weekly: OFFICE_HOURS } : availability
}

/** Both days included. */
function wholeDays(zone: Zone, from: Day, to: Day): Spans {
  return pairsOf([{ start: startOfDay(zone, from), end: startOfDay(zone, addDays(to, 1)) }])
}
