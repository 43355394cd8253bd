import fc from 'fast-check'

import type { PersonId, SessionId } from '../../worker/domain/ids.ts'
import type { Availability, PersonRules, WeeklyWindow } from '../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../worker/domain/programme/programme.ts'
import type { Busy, Diary, PersonDiary } from '../../worker/domain/slot/diary.ts'
import { DAY, HOUR, instant, MINUTE } from '../../worker/domain/time/time.ts'
import type { Day, Instant, Interval, Zone } from '../../worker/domain/time/time.ts'
import { clockChangesOfAllZones } from './clock-changes.ts'
import { EVERY_DAY } from './times.ts'

/** Any two people under any programme, on days around a clock change in the zone of one of them. */
export function anySituation(): fc.Arbitrary<{ readonly diary: Diary; readonly window: Interval }> {
  return fc.constantFrom(...clockChangesOfAllZones()).chain(({ zone, moment }) => {
    const near: Near = { zone, moment }
    return fc.record({
      diary: fc.record({
        mentor: anyPerson('per_mentor', near, fc.constant(zone)),
        executive: anyPerson('per_executive', near, fc.constantFrom(zone, ...FAR_APART)),
        policy: anyPolicy(near),
        now: anyQuarter(near, -6, -1).map((quarter) => instant(quarter + 7 * MINUTE)),
      }),
      window: fc
        .tuple(anyQuarter(near, -6, 2), fc.integer({ min: 1, max: 3 }))
        .map(([start, days]) => ({ start: instant(start + 4 * MINUTE), end: instant(start + days * DAY) })),
    })
  })
}

type Near = { readonly zone: Zone; readonly moment: Instant }

const FAR_APART = ['Asia/Kathmandu', 'America/St_Johns', 'Australia/Lord_Howe', 'Europe/Paris', 'UTC']

function anyPerson(personId: PersonId, near: Near, zone: fc.Arbitrary<Zone>): fc.Arbitrary<PersonDiary> {
  return fc.record({
    personId: fc.constant(personId),
    availability: anyAvailability(near, zone),
    rules: anyRules(near),
    busy: fc.array(anyBusy(near), { maxLength: 12 }),
    leaves: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, anyLastDay(near)),
    feedUnknown: fc.integer({ min: 0, max: 30 }).map((dice) => dice === 0),
    version: fc.constant(1),
  })
}

function anyLastDay(near: Near): fc.Arbitrary<PersonDiary['leaves']> {
  return fc.record({ on: anyDay(near), at: anyQuarter(near, -3, 3) })
}

function anyAvailability(near: Near, zone: fc.Arbitrary<Zone>): fc.Arbitrary<Availability> {
  const exception = fc.oneof(
    fc.record({ date: anyDay(near), from: fc.constant(null), to: fc.constant(null) }),
    fc.record({ date: anyDay(near), from: anyMinutes, to: anyMinutes }),
  )
  const allDay: WeeklyWindow[] = EVERY_DAY.map((day) => ({ day, from: 0, to: 1440 }))
  return fc.record({
    zone,
    weekly: fc.oneof(fc.constant(allDay), fc.array(anyWindow, { minLength: 4, maxLength: 15 })),
    exceptions: fc.array(exception, { maxLength: 3 }),
  })
}

function anyRules(near: Near): fc.Arbitrary<PersonRules> {
  const minutes = fc.constantFrom(0, 5, 10, 25, 60)
  const trip = fc
    .record({ zone: fc.constantFrom(...FAR_APART), from: anyDay(near), to: anyDay(near) })
    .map((each) => ({ ...each, to: each.from < each.to ? each.to : each.from }))
  return fc.record(
    {
      notice: fc.constantFrom(0, 24, 48),
      shortNotice: fc.boolean(),
      perDay: fc.integer({ min: 0, max: 8 }),
      perWeek: fc.integer({ min: 1, max: 8 }),
      buffers: fc.record({ before: minutes, after: minutes }),
      travelBuffer: minutes,
      never: fc.array(anyWindow, { maxLength: 1 }),
      trips: fc.array(trip, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
}

function anyPolicy(near: Near) {
  const blackout = fc.record({ from: anyDay(near), to: anyDay(near), reason: fc.constant('board week') })
  return fc
    .record({
      notice: fc.constantFrom(0, 2, 24),
      horizon: fc.constantFrom(4, 9, 56),
      buffers: fc.constantFrom({ before: 0, after: 0 }, { before: 0, after: 10 }, { before: 30, after: 5 }),
      blackouts: fc.array(blackout, { maxLength: 1 }),
    })
    .map((parts) => ({ ...DEFAULT_POLICY, ...parts }))
}

function anyBusy(near: Near): fc.Arbitrary<Busy> {
  const feed = fc.constantFrom<Busy['kind']>('busy', 'tentative', 'out-of-office')
  const own = fc.constantFrom<Busy['kind']>('session', 'hold')
  const ids = fc.constantFrom<SessionId>('ses_own', 'ses_one', 'ses_two', 'ses_three', 'ses_four')
  const origin = fc.oneof(
    fc.record({ kind: feed, sessionId: fc.constant(null) }),
    fc.record({ kind: own, sessionId: ids }),
  )
  const time = fc
    .tuple(anyQuarter(near, -7, 7), fc.integer({ min: 0, max: 300 }))
    .map(([start, minutes]) => ({
      start,
      end: instant(start + minutes * MINUTE),
    }))
  return fc.tuple(origin, time).map(([parts, interval]) => ({ ...parts, ...interval }))
}

const anyMinutes = fc.integer({ min: 0, max: 288 }).map((fives) => fives * 5)
/** Mostly some hours long; some end before they begin and so are empty. */
const anyWindow = fc
  .tuple(fc.constantFrom(...EVERY_DAY), anyMinutes, fc.integer({ min: -60, max: 720 }))
  .map(([day, from, length]) => ({ day, from, to: Math.max(0, Math.min(1440, from + length)) }))

function anyQuarter({ moment }: Near, fromDay: number, toDay: number): fc.Arbitrary<Instant> {
  const hour = Math.floor(moment / HOUR) * HOUR
  const quarters = fc.integer({ min: fromDay * 96, max: toDay * 96 })
  return quarters.map((quarter) => instant(hour + quarter * 15 * MINUTE))
}

function anyDay({ moment }: Near): fc.Arbitrary<Day> {
  const days = fc.integer({ min: -5, max: 5 })
  return days.map((day) => new Date(moment + day * DAY).toISOString().slice(0, 10))
}
