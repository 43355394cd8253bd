import { describe, expect, test } from 'vitest'

import { readCalendar } from '../../../worker/domain/itip/read.ts'
import { respondentAmong } from '../../../worker/domain/itip/respondents.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { at, between } from '../../support/times.ts'

const PAUL = 'paul@northwind.example'
const ODILE = 'odile@northwind.example'
const ACCEPTED = `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${PAUL}`

describe('the method inside decides', () => {
  test.each([
    ['REPLY', 'reply'],
    ['COUNTER', 'counter'],
    ['REFRESH', 'refresh'],
    ['REQUEST', 'request'],
    ['PUBLISH', 'request'],
    ['ADD', 'request'],
    ['CANCEL', 'cancel'],
    ['DECLINECOUNTER', 'declinecounter'],
    ['X-ODD', 'malformed'],
  ])('%s is a %s', (method, kind) => {
    expect(read([`METHOD:${method}`], [ACCEPTED])).toMatchObject({ class: kind, method })
  })

  test('and where there is none, the one outside', () => {
    expect(readCalendar(calendar([], [ACCEPTED]), { method: 'REPLY', from: null }).class).toBe('reply')
    expect(read([], [ACCEPTED])).toMatchObject({ class: 'malformed', method: null, problems: ['no-method'] })
  })
})

describe('who answers', () => {
  test('is the event’s attendee and never the alarm’s', () => {
    const alarm = ['BEGIN:VALARM', 'ACTION:EMAIL', `ATTENDEE;PARTSTAT=DECLINED:mailto:${ODILE}`, 'END:VALARM']

    expect(reply(...alarm, ACCEPTED)).toMatchObject({
      who: PAUL,
      partstat: 'ACCEPTED',
      attendees: { length: 1 },
    })
    expect(reply(...alarm)).toMatchObject({ class: 'unattributed', who: null, problems: ['no-attendee'] })
  })

  test.each([
    `ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:${PAUL.toUpperCase()}`,
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto: <${PAUL}>`,
    `ATTENDEE;PARTSTAT=ACCEPTED:${PAUL}`,
    `ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=${PAUL}:urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301`,
    `ATTENDEE;PARTSTAT=ACCEPTED;CN=${PAUL}:invalid:nomail`,
    `ATTENDEE;CN=Bernard: Paul;PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `ATTENDEE;CN="Bernard, Paul;PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `ATTENDEE;CN=\\"Paul\\";partstat=accepted:mailto:${PAUL}`,
    `ATTENDEE ;PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `item1.ATTENDEE;PARTSTAT="ACCEPTED":mailto:${PAUL}?subject=x`,
    `ATTENDEE;CN=Paul;SENT-BY=mailto:${ODILE};PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `ATTENDEE;CN=Paul Groß;PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `ATTENDEE;CN=Paul İnönü: ${'İ'.repeat(9)};PARTSTAT=ACCEPTED:mailto:${PAUL}`,
    `ATTENDEE:mailto:${PAUL};PARTSTAT=ACCEPTED`,
  ])('is read from %s', (line) => {
    expect(reply(line)).toMatchObject({ class: 'reply', who: PAUL, partstat: 'ACCEPTED' })
  })

  test('without an address is nobody', () => {
    expect(reply('ATTENDEE;CN=Paul;PARTSTAT=ACCEPTED:invalid:nomail')).toMatchObject({
      class: 'unattributed',
    })
  })

  test('for whom somebody else wrote is named with that person', () => {
    expect(reply(`ATTENDEE;SENT-BY="MAILTO:${ODILE}";PARTSTAT=ACCEPTED:mailto:${PAUL}`)).toMatchObject({
      who: PAUL,
      sentBy: ODILE,
    })
  })

  test('of several is the sender of the mail, else the only one who answered, else ambiguous', () => {
    const several = [ACCEPTED, `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${ODILE}`]
    const both = [ACCEPTED, `ATTENDEE;PARTSTAT=DECLINED:mailto:${ODILE}`]
    const from = (address: string) =>
      readCalendar(calendar(['METHOD:REPLY'], both), { method: null, from: address })

    expect(reply(...several)).toMatchObject({ who: PAUL, partstat: 'ACCEPTED' })
    expect(from(ODILE)).toMatchObject({ who: ODILE, partstat: 'DECLINED' })
    expect(reply(...both)).toMatchObject({
      class: 'unattributed',
      who: null,
      problems: ['several-attendees'],
    })
  })

  test('of a delegate and whom he stands in for is the delegate, once he has answered', () => {
    const sent = `ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${ODILE}":mailto:${PAUL}`
    const delegate = (partstat: string) =>
      `ATTENDEE;PARTSTAT=${partstat};DELEGATED-FROM="mailto:${PAUL}":mailto:${ODILE}`

    expect(reply(sent, delegate('ACCEPTED'))).toMatchObject({ who: ODILE, partstat: 'ACCEPTED' })
    expect(reply(sent, delegate('NEEDS-ACTION'))).toMatchObject({ who: PAUL, partstat: 'DELEGATED' })
  })

  test('of several may be found by whoever knows the person by the secret', () => {
    const { attendees } = reply(ACCEPTED, `ATTENDEE;PARTSTAT=DECLINED:mailto:${ODILE}`)

    expect(respondentAmong(attendees, ['other@x.example', PAUL])?.partstat).toBe('ACCEPTED')
    expect(respondentAmong(attendees, ['other@x.example'])).toBeNull()
  })

  test('is not the organizer, who stands there as chair', () => {
    expect(
      reply(
        'ORGANIZER:mailto:us@reply.example',
        'ATTENDEE;PARTSTAT=ACCEPTED:mailto:us@reply.example',
        `ATTENDEE:mailto:${PAUL}`,
      ),
    ).toMatchObject({ who: PAUL, partstat: null })
  })

  test('listed twice with one answer counts once; with two different answers not at all', () => {
    expect(reply(ACCEPTED, ACCEPTED)).toMatchObject({
      partstat: 'ACCEPTED',
      attendees: { length: 1 },
      problems: [],
    })
    expect(reply(`ATTENDEE:mailto:${PAUL}`, ACCEPTED)).toMatchObject({ partstat: 'ACCEPTED', problems: [] })
    expect(reply(ACCEPTED, ACCEPTED.replace('ACCEPTED', 'DECLINED'))).toMatchObject({
      partstat: null,
      problems: ['contradictory-attendee'],
    })
  })
})

describe('what is answered', () => {
  test.each(['ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED', 'NEEDS-ACTION'])('may be %s', (partstat) => {
    expect(reply(`ATTENDEE;PARTSTAT=${partstat}:mailto:${PAUL}`).partstat).toBe(partstat)
  })

  test('with an unknown PARTSTAT is no answer', () => {
    expect(reply(`ATTENDEE;PARTSTAT=X-MAYBE:mailto:${PAUL}`)).toMatchObject({
      partstat: 'NEEDS-ACTION',
      problems: ['unknown-partstat'],
    })
  })

  test('names whom somebody would send instead', () => {
    expect(
      reply(`ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:${ODILE}":mailto:${PAUL}`).delegatedTo,
    ).toBe(ODILE)
  })

  test('counts for revision 0 where no SEQUENCE can be read', () => {
    expect(reply(ACCEPTED).sequence).toBe(0)
    expect(reply(ACCEPTED, 'SEQUENCE:7').sequence).toBe(7)
    expect(reply(ACCEPTED, 'SEQUENCE:1387231331').sequence).toBe(1_387_231_331)
    expect(reply(ACCEPTED, 'SEQUENCE:-1').sequence).toBe(0)
    expect(reply(ACCEPTED, 'SEQUENCE:seven').sequence).toBe(0)
  })

  test('may be one of a series, which we never send', () => {
    expect(reply(ACCEPTED, 'RECURRENCE-ID;TZID=Europe/Paris:20261105T100000').recurrenceId).toBe(
      '2026-11-05T09:00:00Z',
    )
    expect(reply(ACCEPTED, 'RECURRENCE-ID;VALUE=DATE:20261105').recurrenceId).toBe('2026-11-05')
  })

  test('was written when its stamp says, whether or not it says so in UTC', () => {
    const stamp = (line: string) => reply(ACCEPTED, line).dtstamp

    expect(stamp('DTSTAMP:20261102T091530Z')).toBe(at('2026-11-02T09:15:30Z'))
    expect(stamp('DTSTAMP:20261102T091530')).toBe(at('2026-11-02T09:15:30Z'))
    expect(stamp('DTSTAMP;TZID=Europe/Paris:20261102T101530')).toBe(at('2026-11-02T09:15:30Z'))
    expect(stamp('DTSTAMP:yesterday')).toBeNull()
    expect(stamp('DTSTAMP:16010101T000000Z')).toBeNull()
  })

  test.each(['VTODO', 'VFREEBUSY'])('may be a %s, which we never send either', (name) => {
    const text = calendar(['METHOD:REPLY'], [ACCEPTED]).replaceAll('VEVENT', name)

    expect(readCalendar(text, { method: null, from: null })).toMatchObject({
      class: 'reply',
      uid: 'one',
      who: PAUL,
    })
  })

  test('without UID is an answer to nothing', () => {
    const text = calendar(['METHOD:REPLY'], [ACCEPTED]).replace('UID:one\r\n', '')

    expect(readCalendar(text, { method: null, from: null })).toMatchObject({
      class: 'malformed',
      problems: ['no-uid'],
    })
  })

  test('with several events is about the whole before one of its parts', () => {
    const text = calendar(
      ['METHOD:REPLY'],
      [ACCEPTED, 'RECURRENCE-ID:20261105T100000Z', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:two', ACCEPTED],
    )

    expect(readCalendar(text, { method: null, from: null })).toMatchObject({
      uid: 'two',
      events: 2,
      recurrenceId: null,
    })
  })
})

describe('a note', () => {
  test.each([
    [['COMMENT:Not\\, then'], 'Not, then'],
    [['COMMENT:\\n'], null],
    [['COMMENT: \\n \\n '], null],
    [['COMMENT:one', 'COMMENT:two'], 'one\ntwo'],
    [['X-CALENDARSERVER-PRIVATE-COMMENT:private'], 'private'],
    [
      ['X-CALENDARSERVER-ATTENDEE-COMMENT;X-CALENDARSERVER-ATTENDEE-REF="mailto:a@b.example":theirs'],
      'theirs',
    ],
    [['COMMENT:first', 'X-CALENDARSERVER-PRIVATE-COMMENT:second'], 'first'],
    [['DESCRIPTION:what we wrote ourselves'], null],
    [[`ATTENDEE;X-COMMENT="Not, then":mailto:${PAUL}`], 'Not, then'],
  ])('is found in %j', (lines, note) => {
    expect(reply(ACCEPTED, ...lines).comment).toBe(note)
  })

  test('of old Outlook stands in the description, below its rule', () => {
    const outlook = ['METHOD:REPLY', 'PRODID:-//Microsoft Corporation//Outlook 11.0 MIMEDIR//EN']

    expect(
      read(outlook, [ACCEPTED, 'DESCRIPTION:When: now\\n*~*~*~*~*~*~*~*~*~*\\n\\nLate\\n']).comment,
    ).toBe('Late')
    expect(read(outlook, [ACCEPTED, 'DESCRIPTION:When: now\\n*~*~*~*~*~*~*~*~*~*\\n\\n']).comment).toBeNull()
  })
})

describe('no note', () => {
  test('is the description of somebody else’s event', () => {
    const outlook = ['PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN']
    const described = (method: string) =>
      read([`METHOD:${method}`, ...outlook], [ACCEPTED, 'DESCRIPTION:About lunch']).comment

    expect(['REQUEST', 'CANCEL', 'REFRESH'].map(described)).toEqual([null, null, null])
    expect(described('REPLY')).toBe('About lunch')
  })
})

describe('a proposed time', () => {
  const friday = between('2026-11-06T14:00Z', '2026-11-06T14:30Z')

  test.each([
    ['DTSTART:20261106T140000Z', 'DTEND:20261106T143000Z'],
    ['DTSTART;TZID=Europe/Paris:20261106T150000', 'DTEND;TZID=Europe/Paris:20261106T153000'],
    ['DTSTART;TZID=Europe/Paris:20261106T150000', 'DURATION:PT30M'],
    ['DTSTART;TZID=Romance Standard Time:20261106T150000', 'DTEND:20261106T143000Z'],
    ['DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20261106T150000', 'DURATION:P0DT0H30M'],
    ['DTSTART;TZID=(GMT+01.00) Paris/Madrid/Brussels/Copenhagen:20261106T150000', 'DURATION:PT30M'],
    ['DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Paris:20261106T150000', 'DURATION:PT30M'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/America/Argentina/Buenos_Aires:20261106T110000', 'DURATION:PT30M'],
    ['DTSTART;TZID=America/New York:20261106T090000', 'DURATION:PT30M'],
    ['DTSTART;TZID=tzone://Microsoft/Utc:20261106T140000', 'DURATION:PT30M'],
    ['DTSTART;TZID=UTC+05:30:20261106T193000', 'DURATION:PT30M'],
    ['DTSTART;TZID=Eastern Time:20261106T090000', 'DURATION:PT30M'],
    ['DTSTART;TZID="FLE":20261106T160000', 'DURATION:PT30M'],
    ['DTSTART;TZID="(UTC-05:00) Eastern Time (US and Canada)":20261106T090000', 'DURATION:PT30M'],
    ['DTSTART;TZID="Amsterdam, Brussels, Madrid, Paris":20261106T150000', 'DURATION:PT30M'],
    ['DTSTART;TZID=W. Europe Daylight Time:20261106T150000', 'DURATION:PT30M'],
    ['DTSTART;TZID=Nowhere:20261106T140000Z', 'DURATION:PT30M'],
    [
      'DTSTART:20261106T140000Z',
      'X-MS-OLK-ORIGINALSTART:20261105T090000Z',
      'X-MS-OLK-ORIGINALEND:20261105T093000Z',
    ],
    ['DTSTART:2026-11-06T14:00:00Z', 'DTEND:2026-11-06T14:30:00Z'],
  ])('is read from %s %s', (...lines) => {
    expect(read(['METHOD:COUNTER'], [ACCEPTED, ...lines]).proposed).toEqual(friday)
  })

  test.each([
    ['DTSTART;TZID=Customized Time Zone:20261106T150000'],
    ['DTSTART;TZID="(UTC+02:00) Paris":20261106T150000'],
    ['DTSTART;TZID="Paris, Singapore":20261106T150000'],
    ['DTSTART:20261106T150000'],
    ['DTSTART;VALUE=DATE:20261106'],
    ['DTSTART:tomorrow'],
  ])('is nobody’s guess: %s', (line) => {
    expect(read(['METHOD:COUNTER'], [ACCEPTED, line])).toMatchObject({ class: 'counter', proposed: null })
  })

  test('keeps its end open where only a start is known', () => {
    expect(read(['METHOD:COUNTER'], [ACCEPTED, 'DTSTART:20261106T140000Z']).proposed).toEqual({
      ...friday,
      end: null,
    })
    expect(
      read(['METHOD:COUNTER'], [ACCEPTED, 'DTSTART:20261106T140000Z', 'DTEND:20261106T130000Z']).proposed,
    ).toEqual({
      ...friday,
      end: null,
    })
  })

  test('in Apple’s shape keeps the length of the event', () => {
    const times = ['DTSTART;TZID=Europe/Paris:20261105T100000', 'DTEND;TZID=Europe/Paris:20261105T104500']
    const proposal = (text: string) =>
      reply(...times, `ATTENDEE;PARTSTAT=TENTATIVE;TO-ALL-PROPOSED-NEW-TIME=${text}:mailto:${PAUL}`)
    const expected = {
      class: 'counter',
      method: 'REPLY',
      proposed: between('2026-11-06T14:00Z', '2026-11-06T14:45Z'),
    }

    expect(proposal('"DTSTART:20261106T140000Z;STATUS:NEEDS-ACTION"')).toMatchObject(expected)
    expect(proposal('"DTSTART;TZID=Europe/Paris:20261106T150000;STATUS:"')).toMatchObject(expected)
    expect(proposal('"DTSTART:20261106T150000;STATUS:NEEDS-ACTION"')).toMatchObject(expected)
    expect(proposal('"STATUS:DECLINED"')).toMatchObject({ class: 'reply', proposed: null })
  })

  test('follows the zone that the calendar itself defines, through both changes of its clocks', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:STANDARD',
      'DTSTART:20001001T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU',
      'TZOFFSETFROM:-0230',
      'TZOFFSETTO:-0330',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:20000402T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
      'TZOFFSETFROM:-0330',
      'TZOFFSETTO:-0230',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ]
    const begins = (wall: string) => {
      const { proposed } = read(['METHOD:COUNTER', ...zone], [ACCEPTED, `DTSTART;TZID=Europe/Paris:${wall}`])
      return proposed && iso(proposed.start)
    }

    expect(begins('20260405T015959')).toBe('2026-04-05T05:29:59Z')
    expect(begins('20260405T023000')).toBe('2026-04-05T06:00:00Z')
    expect(begins('20260405T030000')).toBe('2026-04-05T05:30:00Z')
    expect(begins('20261004T013000')).toBe('2026-10-04T04:00:00Z')
    expect(begins('20261004T023000')).toBe('2026-10-04T06:00:00Z')
  })
})

describe('a zone of the calendar’s own', () => {
  const begins = (rule: string, tzid = 'Zone', offset = '-0400') => {
    const part = (name: string, month: number, from: string, to: string) => [
      `BEGIN:${name}`,
      `DTSTART:19500${month}01T020000`,
      `RRULE:${rule.replace('MONTH=', `MONTH=${month}`)}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `END:${name}`,
    ]
    const zone = [...part('DAYLIGHT', 4, '-0500', offset), ...part('STANDARD', 9, offset, '-0500')]
    const lines = ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...zone, 'END:VTIMEZONE']
    const { proposed } = read(
      ['METHOD:COUNTER', ...lines],
      [ACCEPTED, `DTSTART;TZID=${tzid}:20260601T090000`],
    )
    return proposed && iso(proposed.start)
  }

  test.each(['FREQ=YEARLY;BYMONTH=;BYDAY=1SU', 'FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH='])(
    'has its summer by %s, as Notes repeats the hour',
    (rule) => {
      expect(begins(rule)).toBe('2026-06-01T13:00:00Z')
      expect(begins(rule, 'Zone', '-400')).toBe('2026-06-01T13:00:00Z')
    },
  )

  test('that cannot be read completely is ignored, and its name decides, so that half of it causes no wrong hour', () => {
    expect(begins('FREQ=YEARLY;BYHOUR=5;BYDAY=1SU;BYMONTH=')).toBeNull()
    expect(begins('FREQ=YEARLY;BYWEEKNO=14;BYMONTH=', 'Asia/Tokyo')).toBe('2026-06-01T00:00:00Z')
  })

  test('of one year, as Apple and Tine write it, is asked for that year alone, and its name for the rest', () => {
    const part = (name: string, onset: string, from: string, to: string) => [
      `BEGIN:${name}`,
      `DTSTART:${onset}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      `END:${name}`,
    ]
    const year = [
      ...part('DAYLIGHT', '20260301T020000', '+0300', '+0400'),
      ...part('STANDARD', '20261001T030000', '+0400', '+0300'),
    ]
    const starts = (tzid: string, wall: string) => {
      const zone = ['BEGIN:VTIMEZONE', `TZID:${tzid}`, ...year, 'END:VTIMEZONE']
      const { proposed } = read(['METHOD:COUNTER', ...zone], [ACCEPTED, `DTSTART;TZID=${tzid}:${wall}`])
      return proposed && iso(proposed.start)
    }

    expect(starts('Europe/Paris', '20260701T120000')).toBe('2026-07-01T08:00:00Z')
    expect(starts('Europe/Paris', '20250701T120000')).toBe('2025-07-01T10:00:00Z')
    expect(starts('Europe/Paris', '20270101T120000')).toBe('2027-01-01T11:00:00Z')
    expect(starts('Nowhere', '20270101T120000')).toBe('2027-01-01T09:00:00Z')
  })

  test('that says it repeats by nothing has one offset', () => {
    expect(begins('null')).toBe('2026-06-01T14:00:00Z')
  })
})

describe('a calendar that was damaged on the way', () => {
  const whole = calendar(
    ['METHOD:REPLY'],
    [`ATTENDEE;CN=Paul Bernard;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED:mailto:${PAUL}`, 'SEQUENCE:2'],
  )
  const expected = { class: 'reply', who: PAUL, partstat: 'DECLINED', uid: 'one', sequence: 2 }

  test.each([
    ['bare line feeds', whole.replaceAll('\r\n', '\n')],
    ['bare carriage returns', whole.replaceAll('\r\n', '\r')],
    ['doubled carriage returns', whole.replaceAll('\r\n', '\r\r\n')],
    ['an empty line after each', whole.replaceAll('\r\n', '\r\n\r\n')],
    ['a fold inside a word', whole.replace('PARTICIPANT', 'PARTI\r\n CIPANT')],
    [
      'folds right after the names',
      whole.replace(/^([A-Z]+)([:;])/gm, (_, name: string, rest: string) =>
        name === 'BEGIN' || name === 'END' ? name + rest : `${name}\r\n ${rest}`,
      ),
    ],
    ['a fold by a tab', whole.replace('DECLINED', 'DEC\r\n\tLINED')],
    ['a fold with an empty line in it', whole.replace('DECLINED', 'DEC\r\n\r\n LINED')],
    ['a fold whose blank was lost', whole.replace('northwind', 'north\r\nwind')],
    ['every line indented', whole.replace(/^/gm, '    ')],
    ['the first line indented', `    ${whole}`],
    ['a mark in front', `\ufeff${whole}`],
    ['words around it', `Hello,\r\n\r\n${whole}\r\n-- \r\nPaul`],
    ['its end cut off', whole.slice(0, whole.indexOf('END:VEVENT'))],
    ['the beginning of its event lost', whole.replace('BEGIN:VEVENT\r\n', '')],
    ['ends that fit no beginning', whole.replace('SEQUENCE', 'END:VALARM\r\nEND:VTODO\r\nSEQUENCE')],
    ['lower case', whole.toLowerCase()],
    ['blanks after the colons', whole.replace(/^([A-Z]+):/gm, '$1: ')],
  ])('is still read: %s', (_, text) => {
    expect(readCalendar(text, { method: null, from: null })).toMatchObject(expected)
  })

  test.each([
    ['before the attendee', whole.slice(0, whole.indexOf('ATTENDEE')), { class: 'unattributed', uid: 'one' }],
    ['in the attendee’s address', whole.slice(0, whole.indexOf('@')), { class: 'unattributed', who: null }],
    [
      'in the attendee’s domain',
      whole.slice(0, whole.indexOf('wind.example')),
      { class: 'unattributed', who: null },
    ],
    [
      'in the name of the next line',
      `${whole.slice(0, whole.indexOf('SEQUENCE'))}X-MICROS\r\n`,
      { class: 'reply', who: PAUL },
    ],
    [
      'before the event',
      whole.slice(0, whole.indexOf('BEGIN:VEVENT')),
      { class: 'malformed', problems: ['no-event'] },
    ],
    ['altogether', 'BEGIN', { class: 'malformed', problems: ['no-calendar'] }],
  ])('is read no further than it goes: cut %s', (_, text, expected) => {
    expect(readCalendar(text, { method: null, from: null })).toMatchObject(expected)
  })
})

function reply(...lines: readonly string[]) {
  return read(['METHOD:REPLY'], lines)
}

function read(before: readonly string[], lines: readonly string[]) {
  return readCalendar(calendar(before, lines), { method: null, from: null })
}

function calendar(before: readonly string[], lines: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    ...before,
    'BEGIN:VEVENT',
    'UID:one',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
