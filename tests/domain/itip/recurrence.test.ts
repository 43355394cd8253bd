import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'

import { readBusy } from '../../../worker/domain/itip/busy.ts'
import { DAY, instant } from '../../../worker/domain/time/time.ts'

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const ZONE = `BEGIN:VTIMEZONE
TZID:Somewhere
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`

type Series = { readonly start: Date; readonly rule: string; readonly zoned: boolean }

/** A start, and a rule that also produces it, as every program writes them. */
const series: fc.Arbitrary<Series> = fc
  .record({
    start: fc.integer({ min: Date.UTC(2019, 0, 1) / DAY, max: Date.UTC(2027, 0, 1) / DAY }),
    hour: fc.integer({ min: 5, max: 20 }),
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    end: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
      fc.integer({ min: 0, max: 900 }).map((days) => days),
    ),
    others: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    dates: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 3 }),
    shape: fc.constantFrom('plain', 'weekdays', 'dates', 'nth', 'last', 'months'),
    weekStart: fc.constantFrom('', ';WKST=SU', ';WKST=MO', ';WKST=WE'),
    zoned: fc.boolean(),
  })
  .map(({ start, hour, freq, interval, end, others, dates, shape, weekStart, zoned }) => {
    const day = new Date(start * DAY + hour * 3_600_000)
    const until = typeof end === 'number' ? `;UNTIL=${stamp(new Date(day.getTime() + end * DAY))}Z` : end
    // ical.js ignores an interval of five months when a month is named: that shape has its own test below.
    const comparable = shape === 'months' && interval === 5 ? 'plain' : shape
    const parts = partsOf(freq, comparable, day, others, dates)
    return { start: day, rule: `FREQ=${freq};INTERVAL=${interval}${until}${parts}${weekStart}`, zoned }
  })

test('a rule names the days that ical.js finds by walking through them one by one', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -200, max: 1500 }), (event, offset) => {
      const from = event.start.getTime() + offset * DAY
      const window = { start: instant(from), end: instant(from + 120 * DAY) }
      const text = calendar(event)

      expect(readBusy(text, window)).toMatchObject({ state: 'known', problems: [] })
      expect(readBusy(text, window).busy.map(({ start }) => new Date(start).toISOString())).toEqual(
        walked(text, window.start, window.end),
      )
    }),
    { numRuns: 150 },
  )
})

test('every fifth month that is a January comes once in five years', () => {
  const start = new Date(Date.UTC(2019, 0, 1, 9))
  const text = calendar({ start, rule: 'FREQ=MONTHLY;INTERVAL=5;BYMONTH=1;BYMONTHDAY=1', zoned: false })
  const window = { start: instant(Date.UTC(2018, 0, 1)), end: instant(Date.UTC(2030, 0, 1)) }

  expect(readBusy(text, window).busy.map((busy) => new Date(busy.start).toISOString())).toEqual([
    '2019-01-01T09:00:00.000Z',
    '2024-01-01T09:00:00.000Z',
    '2029-01-01T09:00:00.000Z',
  ])
})

test('a date that a month does not have is left out', () => {
  const start = new Date(Date.UTC(2019, 3, 1, 9))
  const text = calendar({ start, rule: 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1,31', zoned: false })
  const window = { start: instant(Date.UTC(2019, 0, 1)), end: instant(Date.UTC(2021, 0, 1)) }

  expect(readBusy(text, window).busy.map((busy) => new Date(busy.start).toISOString())).toEqual([
    '2019-04-01T09:00:00.000Z',
    '2020-04-01T09:00:00.000Z',
  ])
})

test('the nth and last of a set are those that ical.js finds', () => {
  const rules = [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,3',
    'FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2;INTERVAL=2',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR',
    'FREQ=MONTHLY;BYDAY=2TU,-1FR',
    'FREQ=YEARLY;BYMONTH=3,11;BYDAY=1SU,-1SU',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=DAILY;BYMONTH=11,12;BYDAY=TU',
  ]
  for (const rule of rules) {
    const window = { start: instant(Date.UTC(2027, 0, 1)), end: instant(Date.UTC(2028, 11, 31)) }
    const text = calendar({ start: new Date(Date.UTC(2024, 0, 1, 9)), rule, zoned: false })

    expect([rule, ...readBusy(text, window).busy.map(({ start }) => new Date(start).toISOString())]).toEqual([
      rule,
      ...walked(text, window.start, window.end),
    ])
  }
})

function partsOf(
  freq: string,
  shape: string,
  day: Date,
  others: readonly number[],
  dates: readonly number[],
): string {
  const weekday = WEEKDAYS[day.getUTCDay()]
  const date = day.getUTCDate()
  const list = [...new Set([weekday, ...others.map((each) => WEEKDAYS[each])])].join()
  const monthly = freq === 'MONTHLY' || freq === 'YEARLY'
  const month = freq === 'YEARLY' ? `;BYMONTH=${day.getUTCMonth() + 1}` : ''
  if (shape === 'weekdays' && freq !== 'YEARLY') return `;BYDAY=${list}`
  if (shape === 'dates' && monthly) {
    // ical.js turns 31 April into 1 May; RFC 5545 §3.3.10 ignores a date that does not exist.
    const there = month ? dates.filter((each) => each <= 28) : dates
    return `${month};BYMONTHDAY=${[...new Set([date, ...there])].join()}`
  }
  if (shape === 'nth' && monthly) return `${month};BYDAY=${Math.ceil(date / 7)}${weekday}`
  if (shape === 'months' && freq === 'MONTHLY') return `;BYMONTH=${day.getUTCMonth() + 1};BYMONTHDAY=${date}`
  return ''
}

function calendar({ start, rule, zoned }: Series): string {
  const at = zoned ? `DTSTART;TZID=Somewhere:${stamp(start)}` : `DTSTART:${stamp(start)}Z`
  const event = `BEGIN:VEVENT\nUID:x\n${at}\nDURATION:PT30M\nRRULE:${rule}\nEND:VEVENT`
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${ZONE}\n${event}\nEND:VCALENDAR\n`.replaceAll('\n', '\r\n')
}

function walked(text: string, from: number, to: number): string[] {
  const root = ICAL.Component.fromString(text)
  const zone = root.getFirstSubcomponent('vtimezone')
  if (zone && !ICAL.TimezoneService.has('Somewhere')) ICAL.TimezoneService.register(zone)
  const event = root.getFirstSubcomponent('vevent')
  if (!event) throw new Error('No event')

  const iterator = new ICAL.Event(event).iterator()
  const found: string[] = []
  for (let next = iterator.next(); next && next.toUnixTime() * 1000 < to; next = iterator.next())
    if (next.toUnixTime() * 1000 + 1_800_000 > from) found.push(next.toJSDate().toISOString())
  return found
}

function stamp(day: Date): string {
  return day.toISOString().slice(0, 19).replace(/[-:]/g, '')
}
