import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { BusyReading } from '../../../worker/domain/itip/busy-reading.ts'
import { readBusy } from '../../../worker/domain/itip/busy.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { processorTime } from '../../support/processor-time.ts'
import { between } from '../../support/times.ts'

const NOVEMBER = between('2026-11-01T00:00Z', '2026-12-01T00:00Z')

describe('a feed says when somebody is busy', () => {
  test('and how: tentatively, out of office, or simply', () => {
    expect(
      spans(
        event('DTSTART:20261103T090000Z', 'DTEND:20261103T100000Z'),
        event('DTSTART:20261104T090000Z', 'DTEND:20261104T100000Z', 'STATUS:TENTATIVE'),
        event('DTSTART:20261105T090000Z', 'DURATION:PT1H30M', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'),
      ),
    ).toEqual([
      '2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy',
      '2026-11-04T09:00:00Z 2026-11-04T10:00:00Z tentative',
      '2026-11-05T09:00:00Z 2026-11-05T10:30:00Z out-of-office',
    ])
  })

  test.each([
    'TRANSP:TRANSPARENT',
    'STATUS:CANCELLED',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'transp:transparent',
  ])('but not where it says %s', (line) => {
    expect(spans(event('DTSTART:20261103T090000Z', 'DTEND:20261103T100000Z', line))).toEqual([])
  })

  test('in one list: sorted, joined where they touch, the stronger kind where they meet', () => {
    expect(
      spans(
        event('DTSTART:20261103T100000Z', 'DTEND:20261103T120000Z'),
        event('DTSTART:20261103T090000Z', 'DTEND:20261103T110000Z', 'STATUS:TENTATIVE'),
        event('DTSTART:20261103T120000Z', 'DTEND:20261103T123000Z'),
        event('DTSTART:20261103T113000Z', 'DTEND:20261103T114500Z', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF'),
      ),
    ).toEqual([
      '2026-11-03T09:00:00Z 2026-11-03T10:00:00Z tentative',
      '2026-11-03T10:00:00Z 2026-11-03T11:30:00Z busy',
      '2026-11-03T11:30:00Z 2026-11-03T11:45:00Z out-of-office',
      '2026-11-03T11:45:00Z 2026-11-03T12:30:00Z busy',
    ])
  })

  test('within the window alone', () => {
    expect(
      spans(
        event('DTSTART:20261031T220000Z', 'DTEND:20261101T020000Z'),
        event('DTSTART:20261130T230000Z', 'DTEND:20261201T010000Z'),
        event('DTSTART:20261201T000000Z', 'DTEND:20261201T010000Z'),
      ),
    ).toEqual([
      '2026-11-01T00:00:00Z 2026-11-01T02:00:00Z busy',
      '2026-11-30T23:00:00Z 2026-12-01T00:00:00Z busy',
    ])
  })

  test('for a whole day, even where its end was left out or is the same day', () => {
    expect(
      spans(
        event('DTSTART;VALUE=DATE:20261103'),
        event('DTSTART;VALUE=DATE:20261105', 'DTEND;VALUE=DATE:20261105'),
        event('DTSTART;VALUE=DATE:20261107', 'DTEND;VALUE=DATE:20261110'),
      ),
    ).toEqual([
      '2026-11-03T00:00:00Z 2026-11-04T00:00:00Z busy',
      '2026-11-05T00:00:00Z 2026-11-06T00:00:00Z busy',
      '2026-11-07T00:00:00Z 2026-11-10T00:00:00Z busy',
    ])
  })

  test('a whole day is the feed’s own day, or the reader’s', () => {
    const day = event('DTSTART;VALUE=DATE:20261103')

    expect(spans('X-WR-TIMEZONE:Asia/Singapore', day)).toEqual([
      '2026-11-02T16:00:00Z 2026-11-03T16:00:00Z busy',
    ])
    expect(shown(readBusy(feed(day), NOVEMBER, 'America/New_York'))).toEqual([
      '2026-11-03T05:00:00Z 2026-11-04T05:00:00Z busy',
    ])
  })

  test('not for an event without length', () => {
    expect(
      spans(event('DTSTART:20261103T090000Z', 'DTEND:20261103T090000Z'), event('DTSTART:20261104T090000Z')),
    ).toEqual([])
  })

  test('in FREEBUSY periods too, whatever they are called', () => {
    expect(
      spans(
        'BEGIN:VFREEBUSY',
        'FREEBUSY;FBTYPE=BUSY:20261103T090000Z/20261103T100000Z,20261103T110000Z/PT30M',
        'FREEBUSY;FBTYPE=FREE:20261104T090000Z/20261104T100000Z',
        'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261105T090000Z/20261105T100000Z',
        'FREEBUSY;FBTYPE=X-ODD:20261106T090000Z/20261106T100000Z',
        'END:VFREEBUSY',
      ),
    ).toEqual([
      '2026-11-03T09:00:00Z 2026-11-03T10:00:00Z busy',
      '2026-11-03T11:00:00Z 2026-11-03T11:30:00Z busy',
      '2026-11-05T09:00:00Z 2026-11-05T10:00:00Z out-of-office',
      '2026-11-06T09:00:00Z 2026-11-06T10:00:00Z busy',
    ])
  })
})

describe('what repeats', () => {
  test('keeps its wall time when the clocks go back', () => {
    expect(
      shown(
        readBusy(
          feed(
            event(
              'DTSTART;TZID=Europe/Paris:20260105T090000',
              'DTEND;TZID=Europe/Paris:20260105T100000',
              'RRULE:FREQ=WEEKLY',
            ),
          ),
          between('2026-10-19T00:00Z', '2026-11-01T00:00Z'),
        ),
      ),
    ).toEqual([
      '2026-10-19T07:00:00Z 2026-10-19T08:00:00Z busy',
      '2026-10-26T08:00:00Z 2026-10-26T09:00:00Z busy',
    ])
  })

  test('leaves out its EXDATEs, adds its RDATEs, and moves what was moved', () => {
    expect(
      spans(
        event(
          'UID:series',
          'DTSTART;TZID=Europe/Paris:20261102T090000',
          'DTEND;TZID=Europe/Paris:20261102T100000',
          'RRULE:FREQ=DAILY;COUNT=5',
          'EXDATE;TZID=Europe/Paris:20261103T090000',
          'RDATE;TZID=Europe/Paris:20261110T140000',
          'RDATE;VALUE=PERIOD:20261111T140000Z/PT15M',
        ),
        event(
          'UID:series',
          'RECURRENCE-ID:20261104T080000Z',
          'DTSTART:20261104T150000Z',
          'DTEND:20261104T160000Z',
        ),
        event('UID:series', 'RECURRENCE-ID:20261105T080000Z', 'DTSTART:20261105T080000Z', 'STATUS:CANCELLED'),
      ),
    ).toEqual([
      '2026-11-02T08:00:00Z 2026-11-02T09:00:00Z busy',
      '2026-11-04T15:00:00Z 2026-11-04T16:00:00Z busy',
      '2026-11-06T08:00:00Z 2026-11-06T09:00:00Z busy',
      '2026-11-10T13:00:00Z 2026-11-10T14:00:00Z busy',
      '2026-11-11T14:00:00Z 2026-11-11T14:15:00Z busy',
    ])
  })

  test('ends with its UNTIL, to the moment', () => {
    const daily = (until: string) =>
      spans(
        event(
          'DTSTART;TZID=Asia/Singapore:20261102T090000',
          'DURATION:PT1H',
          `RRULE:FREQ=DAILY;UNTIL=${until}`,
        ),
      ).length

    expect(daily('20261104T010000Z')).toBe(3)
    expect(daily('20261104T005959Z')).toBe(2)
    expect(daily('20261104')).toBe(3)
    expect(daily('20261104T090000')).toBe(3)
  })

  test('costs no more for an old series than for a new one', () => {
    const text = feed(
      ...Array.from({ length: 300 }, () =>
        event('DTSTART:19700105T090000Z', 'DURATION:PT30M', 'RRULE:FREQ=WEEKLY'),
      ),
    )

    expect(readBusy(text, NOVEMBER)).toMatchObject({ state: 'known', busy: { length: 5 } })
  })
})

describe('a damaged feed', () => {
  test('is salvaged line by line: a forgotten quote, an odd zone that it defines, an event without UID', () => {
    expect(
      spans(
        'BEGIN:VTIMEZONE',
        'TZID:Customized Time Zone',
        'BEGIN:STANDARD',
        'DTSTART:16010101T000000',
        'TZOFFSETFROM:+0330',
        'TZOFFSETTO:+0330',
        'END:STANDARD',
        'END:VTIMEZONE',
        event(
          'DTSTART;TZID="Romance Standard Time:20261103T090000',
          'DTEND;TZID="Romance Standard Time:20261103T100000',
        ),
        event('DTSTART;TZID=Customized Time Zone:20261104T090000', 'DURATION:PT1H', 'this is no line', '=;:'),
      ),
    ).toEqual([
      '2026-11-03T08:00:00Z 2026-11-03T09:00:00Z busy',
      '2026-11-04T05:30:00Z 2026-11-04T06:30:00Z busy',
    ])
  })

  test('with a damaged rule blocks more, not less', () => {
    const rule = (text: string) =>
      spans(event('DTSTART:20261102T090000Z', 'DURATION:PT1H', `RRULE:${text}`)).length

    expect(rule('FREQ=WEEKLY;BYDAY=MO,??;UNTIL=garbage;WKST=')).toBe(5)
    expect(rule('freq=weekly;count=2;;')).toBe(2)
  })

  test.each([
    ['no-calendar', '<html>Sign in</html>'],
    ['no-calendar', ''],
    ['incomplete', feed(event('DTSTART:20261103T090000Z', 'DURATION:PT1H')).slice(0, -20)],
    ['unknown-zone', feed(event('DTSTART;TZID=Customized Time Zone:20261103T090000', 'DURATION:PT1H'))],
    ['unreadable-time', feed(event('DTSTART:20261399T090000Z', 'DURATION:PT1H'))],
    ['unreadable-time', feed(event('SUMMARY:nowhen'))],
    ['unreadable-time', feed(event('DTSTART:20261103T090000Z', 'DURATION:an hour'))],
    ['unreadable-time', feed(event('DTSTART:20261103T090000Z', 'DURATION:'))],
    ['unreadable-time', feed(event('DTSTART:20261103T090000Z', 'DTEND:at ten'))],
    ['unreadable-time', feed(event('DTSTART:20261103T090000Z', 'DTEND;VALUE=DATE:20261104'))],
    ['unreadable-time', feed(event('DTSTART;VALUE=DATE:20261103', 'DTEND:20261104T090000Z'))],
    ['ends-before-start', feed(event('DTSTART:20261103T090000Z', 'DURATION:-PT1H'))],
    ['ends-before-start', feed(event('DTSTART:20261103T090000Z', 'DURATION:-P1D'))],
    ['ends-before-start', feed(event('DTSTART:20261103T090000Z', 'DTEND:20261103T080000Z'))],
    ['ends-before-start', feed(event('DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261101'))],
    [
      'ends-before-start',
      feed(event('DTSTART;TZID=Europe/Paris:20261103T090000', 'DTEND;TZID=Asia/Singapore:20261103T100000')),
    ],
    ['ends-before-start', feed(event('DTSTART:20200103T090000Z', 'DURATION:-PT1H', 'RRULE:FREQ=WEEKLY'))],
    [
      'ends-before-start',
      feed(
        event(
          'DTSTART:20200103T090000Z',
          'DURATION:PT1H',
          'RDATE;VALUE=PERIOD:20261103T090000Z/20261103T080000Z',
        ),
      ),
    ],
    [
      'unreadable-time',
      feed(event('DTSTART:20200103T090000Z', 'DURATION:PT1H', 'RDATE;VALUE=PERIOD:20261103T090000Z/later')),
    ],
    ['ends-before-start', freeBusy('20261103T090000Z/20261103T080000Z')],
    ['ends-before-start', freeBusy('20261103T090000Z/-PT1H')],
    ['unreadable-time', freeBusy('20261103T090000Z')],
    ['rule-unreadable', feed(event('DTSTART:20261103T090000Z', 'DURATION:PT1H', 'RRULE:FREQ='))],
    ['rule-too-often', feed(event('DTSTART:20261103T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=SECONDLY'))],
    [
      'rule-too-often',
      feed(event('DTSTART:20261103T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYHOUR=1,2,3')),
    ],
    [
      'rule-unsupported',
      feed(event('DTSTART:20261103T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYWEEKNO=45')),
    ],
    ['too-large', `${feed()}${' '.repeat(2 * 1024 * 1024)}`],
  ])('is unknown and never free: %s', (problem, text) => {
    expect(readBusy(text, NOVEMBER)).toMatchObject({ state: 'unknown', problems: [problem] })
  })

  test('is known all the same where what is wrong lies far away', () => {
    expect(
      readBusy(feed(event('DTSTART;TZID=Nowhere:20200103T090000', 'DURATION:PT1H')), NOVEMBER).state,
    ).toBe('known')
    for (const lines of [
      ['DTSTART:20200103T090000Z', 'DTEND:20200103T080000Z'],
      ['DTSTART:20200103T090000Z', 'DURATION:an hour'],
    ])
      expect(readBusy(feed(event(...lines)), NOVEMBER).state).toBe('known')
    expect(readBusy(freeBusy('20200103T090000Z/-PT1H'), NOVEMBER).state).toBe('known')
  })

  test('does not matter where the event takes no time', () => {
    for (const line of ['TRANSP:TRANSPARENT', 'STATUS:CANCELLED'])
      expect(readBusy(feed(event('DTSTART:20261103T090000Z', 'DURATION:-PT1H', line)), NOVEMBER).state).toBe(
        'known',
      )
  })
})

describe('a hostile feed', () => {
  test.each([
    [
      'rules without end',
      Array.from({ length: 20_000 }, () =>
        event('DTSTART:19000101T000000Z', 'DURATION:P1D', 'RRULE:FREQ=DAILY'),
      ),
    ],
    [
      'a rule that never comes',
      [
        event(
          'DTSTART:19000101T000000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=9',
        ),
      ],
    ],
    [
      'a count without end',
      Array.from({ length: 500 }, () =>
        event(
          'DTSTART:16000101T000000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;BYDAY=MO,TU;BYMONTH=1,2;COUNT=999999999',
        ),
      ),
    ],
    [
      'every day of every year',
      Array.from({ length: 5000 }, () =>
        event(
          'DTSTART:16000101T000000Z',
          'DURATION:P3650D',
          `RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=${Array.from({ length: 366 }, (_, at) => at + 1).join()}`,
        ),
      ),
    ],
    [
      'names of zones',
      Array.from({ length: 20_000 }, (_, at) =>
        event(`DTSTART;TZID="(UTC+01:00) Zone ${at}":20261103T090000`, 'DURATION:PT1H'),
      ),
    ],
    [
      'zones of many rules',
      Array.from(
        { length: 300 },
        (_, at) =>
          `BEGIN:VTIMEZONE\r\nTZID:Z${at}\r\n${'BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=MO,TU,WE\r\nEND:STANDARD\r\n'.repeat(40)}END:VTIMEZONE\r\n${event(`DTSTART;TZID=Z${at}:20261103T090000`, 'DURATION:PT1H')}`,
      ),
    ],
    ['colons', [`DTSTART:${':20261103'.repeat(200_000)}`]],
    ['quotes and spaces', [`ATTENDEE;CN="${' "'.repeat(300_000)}`]],
    ['nested components', ['BEGIN:VEVENT\r\n'.repeat(100_000)]],
    ['an indented page', [` ${' '.repeat(900_000)}BEGIN:VEVENT`]],
  ])(
    'of %s is done within three seconds',
    (_, parts) => {
      const spent = processorTime()
      const { state } = readBusy(feed(...parts), NOVEMBER)

      expect(['known', 'unknown']).toContain(state)
      expect(spent()).toBeLessThan(3000)
    },
    30_000,
  )
})

test('a rule that repeats the hour of its start is the same rule without it', () => {
  const weekly = (rule: string) => spans(event('DTSTART:20261103T093000Z', 'DURATION:PT1H', `RRULE:${rule}`))

  expect(weekly('FREQ=WEEKLY;BYHOUR=9;BYMINUTE=30;BYSECOND=0')).toEqual(weekly('FREQ=WEEKLY'))
  expect(
    readBusy(feed(event('DTSTART:20261103T093000Z', 'RRULE:FREQ=WEEKLY;BYHOUR=10')), NOVEMBER),
  ).toMatchObject({
    state: 'unknown',
    problems: ['rule-too-often'],
  })
})

test('whatever happens to a feed on its way, it is read or unknown', () => {
  const whole = feed(
    'X-WR-TIMEZONE:Europe/Paris',
    event(
      'UID:a',
      'DTSTART;TZID="(UTC+01:00) Paris":20261102T090000',
      'DURATION:PT1H',
      'RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;BYSETPOS=1;COUNT=30',
    ),
    event('UID:a', 'RECURRENCE-ID:20261102T080000Z', 'DTSTART:20261102T100000Z', 'DTEND:20261102T110000Z'),
    event('DTSTART;VALUE=DATE:20261103', 'RDATE;VALUE=DATE:20261105,20261107', 'EXDATE;VALUE=DATE:20261105'),
  )
  const piece = fc.record({
    at: fc.nat(whole.length),
    length: fc.nat(60),
    by: fc.string({ unit: 'binary', maxLength: 20 }),
  })

  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
      const text = pieces.reduce(
        (left, { at, length, by }) => left.slice(0, at) + by + left.slice(at + length),
        whole,
      )
      const { state, busy, problems } = readBusy(text, NOVEMBER)

      expect(state === 'known' || problems.length > 0).toBe(true)
      expect(
        busy.every(({ start, end }) => NOVEMBER.start <= start && start < end && end <= NOVEMBER.end),
      ).toBe(true)
    }),
    { numRuns: 500 },
  )
}, 30_000)

function feed(...parts: readonly string[]): string {
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//EN\r\n${parts.map((part) => `${part}\r\n`).join('')}END:VCALENDAR\r\n`
}

function freeBusy(period: string): string {
  return feed('BEGIN:VFREEBUSY', `FREEBUSY:${period}`, 'END:VFREEBUSY')
}

function event(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
}

function spans(...parts: readonly string[]): string[] {
  const reading = readBusy(feed(...parts), NOVEMBER)
  expect(reading).toMatchObject({ state: 'known', problems: [] })
  return shown(reading)
}

function shown({ busy }: BusyReading): string[] {
  return busy.map(({ start, end, kind }) => `${iso(start)} ${iso(end)} ${kind}`)
}
