import type { Availability, Person, Trip, WeeklyWindow } from '../people/person.ts'
import type { Blackout, Policy } from '../programme/programme.ts'
import { addDays, startOfDay } from '../time/days.ts'
import { intervalsOf, pairsOf, sharedBy, type Spans, unionOf, without } from '../time/spans.ts'
import { after } from '../time/time.ts'
import type { Day, Instant, Interval, Zone } from '../time/time.ts'
import { repeatedHours } from '../time/zones.ts'
import { openSpans } from './availability.ts'
import type { PersonDiary } from './diary.ts'

/** Which side of a session somebody is on: hours left unsaid mean none for a mentor, office hours for an executive. */
export type Side = 'mentor' | 'executive'

/** When somebody could meet, by his hours and rules alone; none while a mentor's busy feed cannot be read. */
export function openHours(person: PersonDiary, policy: Policy, side: Side, window: Interval): Interval[] {
  return intervalsOf(openTimes(person, policy, side, window))
}

/** The same, as numbers alone. */
export function openTimes(person: PersonDiary, policy: Policy, side: Side, window: Interval): Spans {
  if (side === 'mentor' && person.feedUnknown) return []

  const open = staysOf(person, side, window).map((stay) => openDuring(stay, person, policy, side))
  const [only = []] = open
  return open.length > 1 ? unionOf(open.flat()) : only
}

function openDuring(stay: Stay, person: PersonDiary, policy: Policy, side: Side): Spans {
  const { never = [] } = person.rules
  const { zone } = stay
  const hours = openSpans({ ...hoursOf(person, side), zone }, stay)
  const blackouts = policy.blackouts.flatMap(({ from, to }) => wholeDays(zone, from, to))
  const neverOpen = never.length > 0 ? openSpans({ zone, weekly: never, exceptions: [] }, stay) : []
  return without(hours, [...blackouts, ...neverOpen])
}

/** The programme's blackout that the slot would fall into, by the person's own wall clock. */
export function blackoutOf(person: PersonDiary, policy: Policy, side: Side, slot: Interval): Blackout | null {
  const stays = policy.blackouts.length > 0 ? staysOf(person, side, slot) : []
  const isHit = ({ from, to }: Blackout): boolean =>
    stays.some((stay) => sharedBy(pairsOf([stay]), wholeDays(stay.zone, from, to)).length > 0)
  return policy.blackouts.find(isHit) ?? null
}

/** Times whose wall clock names an earlier hour: a repeated hour means the first, so nothing starts in its second. */
export function unnamedTimes(person: PersonDiary, side: Side, window: Interval): Spans {
  return staysOf(person, side, window).flatMap((stay) =>
    sharedBy(pairsOf(repeatedHours(stay.zone, stay)), pairsOf([stay])),
  )
}

/** Where the person's wall clock stands at that moment. */
export function zoneAt(person: Whereabouts, side: Side, moment: Instant): Zone {
  const [stay] = staysOf(person, side, { start: moment, end: after(moment, 1) })
  return stay?.zone ?? person.availability.zone
}

/** An executive's clock at that moment, as his letters and pages tell it: at home, or where a trip has taken him. */
export function zoneOfAt({ zone, rules }: Pick<Person, 'zone' | 'rules'>, moment: Instant): Zone {
  return zoneAt({ availability: { zone }, rules }, 'executive', moment)
}

/** What says where somebody's wall clock stands. */
type Whereabouts = Pick<PersonDiary, 'rules'> & { readonly availability: Pick<Availability, 'zone'> }

type Stay = Interval & { readonly zone: Zone }

/**
 * The window in parts, each in one zone. A trip moves an executive for its days as counted there; as counted at home,
 * they are not his either, so that no hour of home is left over on the last evening.
 */
function staysOf({ availability, rules }: Whereabouts, side: Side, window: Interval): Stay[] {
  const trips: readonly Trip[] = (side === 'executive' && rules.trips) || []
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

function hoursOf({ availability }: PersonDiary, side: Side): Availability {
  const isUnsaid = side === 'executive' && availability.weekly.length === 0
  return isUnsaid ? { ...availability, weekly: OFFICE_HOURS } : availability
}

/** Both days included. */
function wholeDays(zone: Zone, from: Day, to: Day): Spans {
  return pairsOf([{ start: startOfDay(zone, from), end: startOfDay(zone, addDays(to, 1)) }])
}
