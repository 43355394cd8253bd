import { expect, test } from 'vitest'

import { readBusy } from '../../../worker/domain/itip/busy.ts'
import { processorTime } from '../../support/processor-time.ts'
import { between } from '../../support/times.ts'

const YEAR = between('2026-11-01T00:00Z', '2027-11-16T00:00Z')
const times = <Part>(count: number, part: (index: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, index) => part(index))
const two = (number: number) => String(number).padStart(2, '0')
/** A moment of 2027, one every minute. */
const minute = (index: number) =>
  new Date(Date.UTC(2027, 0, 1) + index * 60_000).toISOString().replaceAll(/[-:]|\.000Z$/g, '')

const MOMENTS = times(60_000, minute).join()
const RULE = 'RRULE:FREQ=WEEKLY'

/** Two things that are each allowed, and whose product would take minutes or hours. */
const BOMBS: Readonly<Record<string, readonly [readonly string[], 'known' | 'too-many' | 'incomplete']>> = {
  'RDATEs of a zone × rules': [
    [zone('Z', observance(`RDATE:${MOMENTS}`)), ...times(5000, () => local('Z', RULE))],
    'too-many',
  ],
  'RDATEs of a zone, a line each × rules': [
    [
      zone('Z', observance(...times(60_000, (index) => `RDATE:${minute(index)}`))),
      ...times(2000, () => local('Z', RULE)),
    ],
    'too-many',
  ],
  'observances × rules of one zone': [
    [
      zone('Z', ...times(250, (index) => observance(`RDATE:2027${two((index % 12) + 1)}01T000000`))),
      ...times(15_000, () => local('Z', RULE)),
    ],
    'too-many',
  ],
  'observances with rules × years': [
    [
      zone(
        'Z',
        ...times(250, (index) =>
          observance(`RRULE:FREQ=YEARLY;BYMONTH=${(index % 12) + 1};BYDAY=MO,TU,WE,TH,FR,SA`),
        ),
      ),
      ...times(600, (index) =>
        event(
          `DTSTART;TZID=Z:${1601 + index}0104T090000`,
          `DTEND;TZID=Europe/Paris:${1601 + index}0104T100000`,
        ),
      ),
    ],
    'too-many',
  ],
  'zones × observances': [
    times(
      300,
      (index) =>
        `${zone(`Z${index}`, ...times(40, () => observance('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=MO,TU,WE')))}\r\n${local(`Z${index}`, RULE)}`,
    ),
    'too-many',
  ],
  'EXDATEs × rules of one event': [
    [
      event(
        'DTSTART;TZID=Europe/Paris:20261102T090000',
        'DURATION:PT1H',
        ...times(4000, () => RULE),
        `EXDATE;TZID=Europe/Paris:${MOMENTS}`,
      ),
    ],
    'too-many',
  ],
  'overrides of one series': [
    [
      event('UID:s', 'DTSTART:20261102T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
      ...times(18_000, (index) =>
        event('UID:s', `RECURRENCE-ID:${minute(index)}Z`, `DTSTART:${minute(index)}Z`, 'DURATION:PT1M'),
      ),
    ],
    'known',
  ],
  'overrides × series of the same name': [
    [
      ...times(6000, () =>
        event('UID:s', 'DTSTART:20261102T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ),
      ...times(12_000, (index) =>
        event('UID:s', `RECURRENCE-ID:${minute(index)}Z`, `DTSTART:${minute(index)}Z`),
      ),
    ],
    'known',
  ],
  'a parameter of a megabyte × RDATEs': [
    [
      event(
        'DTSTART;TZID=Europe/Paris:20261102T090000',
        'DURATION:PT1H',
        `RDATE;X=${'x'.repeat(1_000_000)};TZID=Europe/Paris:${MOMENTS}`,
      ),
    ],
    'known',
  ],
  'a parameter of a megabyte × EXDATEs': [
    [
      event(
        'DTSTART;TZID=Europe/Paris:20261102T090000',
        'DURATION:PT1H',
        RULE,
        `EXDATE;X=${'x'.repeat(1_000_000)};TZID=Europe/Paris:${MOMENTS}`,
      ),
    ],
    'known',
  ],
  'one folded line of two megabytes': [
    [`RDATE:${MOMENTS.slice(0, 900_000).replaceAll(/.{60}/g, '$&\r\n ')}`],
    'known',
  ],
  'a line folded after each letter': [[`SUMMARY:${'a\r\n '.repeat(500_000)}`], 'known'],
  'events inside events': [
    ['BEGIN:VEVENT\r\nBEGIN:VALARM\r\n'.repeat(40_000), 'END:VALARM\r\nEND:VEVENT\r\n'.repeat(20_000)],
    'incomplete',
  ],
  'durations that no number holds': [
    times(15_000, () =>
      event('DTSTART;TZID=Europe/Paris:20261102T090000', 'DURATION:P999999W999999DT999999H999999M99999999S'),
    ),
    'known',
  ],
  'weekdays and positions × rules': [
    times(3000, () =>
      event(
        'DTSTART:16010101T000000Z',
        'DURATION:P300D',
        `RRULE:FREQ=YEARLY;BYDAY=${times(60, () => 'MO').join()};BYSETPOS=${times(60, (index) => index + 1).join()}`,
      ),
    ),
    'too-many',
  ],
  'days of the month × rules with a count': [
    times(10_000, () =>
      event(
        'DTSTART:16010101T000000Z',
        'DURATION:PT1H',
        `RRULE:FREQ=MONTHLY;COUNT=99999;BYMONTHDAY=${times(31, (index) => index + 1).join()}`,
      ),
    ),
    'too-many',
  ],
  'a rule of a megabyte': [
    [
      event(
        'DTSTART:20261102T090000Z',
        'DURATION:PT1H',
        `RRULE:FREQ=MONTHLY;BYMONTHDAY=${'31,'.repeat(300_000)}1`,
      ),
    ],
    'known',
  ],
  'busy periods': [
    [
      'BEGIN:VFREEBUSY',
      `FREEBUSY:${times(60_000, (index) => `${minute(index)}Z/PT1M`).join()}`,
      'END:VFREEBUSY',
    ],
    'known',
  ],
}

test.each(Object.entries(BOMBS))(
  'a feed of %s is read, or given up after a number of steps',
  (_, [parts, expected]) => {
    const text = feed(...parts)
    expect(text.length).toBeLessThan(2 * 1024 * 1024)
    const spent = processorTime()
    const { state, problems } = readBusy(text, YEAR, 'Europe/Paris')

    expect(state).toBe(expected === 'known' ? 'known' : 'unknown')
    expect(problems[0] ?? 'known').toBe(expected)
    expect(spent()).toBeLessThan(3000)
  },
  30_000,
)

test('a calendar of people is far from the bound: 1 000 events, a third of them each week, in a zone of its own', () => {
  const outlook = zone(
    'Romance Standard Time',
    observance('RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
    observance('RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3').replaceAll('STANDARD', 'DAYLIGHT'),
  )
  const history = zone('Old', ...times(180, (index) => observance(`RDATE:${1840 + index}0101T000000`)))
  const text = feed(
    outlook,
    history,
    ...times(333, () => local('Romance Standard Time', RULE)),
    ...times(333, () => local('Old', RULE)),
    ...times(334, (index) => event(`DTSTART:${minute(index * 60)}Z`, 'DURATION:PT30M')),
  )

  expect(readBusy(text, YEAR)).toMatchObject({ state: 'known', problems: [] })
})

function feed(...parts: readonly string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${parts.map((part) => `${part}\r\n`).join('')}END:VCALENDAR\r\n`
}

function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
}

function local(tzid: string, ...lines: readonly string[]): string {
  return event(`DTSTART;TZID=${tzid}:20261102T090000`, 'DURATION:PT1H', ...lines)
}

function zone(tzid: string, ...observances: readonly string[]): string {
  return ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...observances, 'END:VTIMEZONE'].join('\r\n')
}

function observance(...lines: readonly string[]): string {
  return [
    'BEGIN:STANDARD',
    'DTSTART:16010101T000000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    ...lines,
    'END:STANDARD',
  ].join('\r\n')
}
