import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'

import type { CalendarMessage, FeedEntry } from '../../../worker/domain/itip/message.ts'
import { writeFeed, writeMessage } from '../../../worker/domain/itip/write.ts'
import { linesNamed, parameterOf, readStrictly, textOf } from '../../support/calendar-grammar.ts'
import { at, between } from '../../support/times.ts'

const AWKWARD = [
  'Leroy, Tom',
  'Tom "the Mentor" Leroy',
  'Leroy; Tom: Mentor',
  'Zoë Ångström',
  '田中 太郎（営業部・第二課）',
  'Dr. 👩🏽‍💻 Ada',
  'محمد بن سلمان',
  'Back\\slash ^ caret ^n',
  "O'Brien",
  'Tab\tand\u0007bell',
  '',
]

describe('a message', () => {
  test('has one calendar, one method, one event, and says who made it', () => {
    const text = writeMessage(aMessage({}))

    expect(valuesOf(text, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT'])
    expect(valuesOf(text, 'METHOD')).toEqual(['REQUEST'])
    expect(valuesOf(text, 'VERSION')).toEqual(['2.0'])
    expect(valuesOf(text, 'PRODID')).toHaveLength(1)
    expect(valuesOf(text, 'CLASS')).toEqual([])
  })

  test('gives its times in UTC, without a time zone of its own', () => {
    const text = writeMessage(aMessage({}))

    expect(valuesOf(text, 'DTSTART')).toEqual(['20270322T090000Z'])
    expect(valuesOf(text, 'DTEND')).toEqual(['20270322T093000Z'])
    expect(valuesOf(text, 'DTSTAMP')).toEqual(['20270301T120005Z'])
    expect(text).not.toContain('TZID')
  })

  test('names one organizer and the recipient as its only attendee, who has answered nothing yet', () => {
    const text = writeMessage(aMessage({}))
    const attendees = linesNamed(text, 'ATTENDEE')

    expect(valuesOf(text, 'ORGANIZER')).toEqual(['mailto:nadia.k7@reply.example'])
    expect(text).not.toContain('SENT-BY')
    expect(attendees.map(({ value }) => value)).toEqual(['mailto:bernard@northwind.example'])
    expect(attendees.map(({ parameters }) => parameters)).toEqual([
      ';CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Paul Bernard',
    ])
  })

  test('that repeats a revision keeps the answer given to it', () => {
    const answered = {
      address: 'bernard@northwind.example',
      name: 'Paul Bernard',
      partstat: 'ACCEPTED',
    } as const

    expect(linesNamed(writeMessage(aMessage({ attendee: answered })), 'ATTENDEE')[0]?.parameters).toContain(
      'PARTSTAT=ACCEPTED',
    )
  })

  test.each(AWKWARD)('keeps the name %j as its reader wrote it', (name) => {
    const text = writeMessage(aMessage({ attendee: { address: 'a@b.example', name } }))
    const [line] = linesNamed(text, 'ATTENDEE')
    const plain = name.replaceAll('"', "'").replace(/\p{Cc}/gu, ' ')

    expect(line && parameterOf(line, 'CN')).toBe(plain || null)
    expect(vevent(text).getFirstProperty('attendee')?.getFirstParameter('cn') || '').toBe(plain)
  })

  test.each(AWKWARD)('keeps the text %j through escaping and folding', (words) => {
    const description = `${words}\r\nsecond line, with; all of \\ it\n${words.repeat(9)}`
    const text = writeMessage(aMessage({ description }))
    const expected = description.replace('\r', '').replaceAll('\u0007', '')

    expect(linesNamed(text, 'DESCRIPTION').map(textOf)).toEqual([expected])
    expect(new ICAL.Event(vevent(text)).description).toBe(expected)
  })

  test('shows the way in three times, since few clients read CONFERENCE', () => {
    const text = writeMessage(aMessage({ location: 'Room 4', url: 'https://meet.example/a,b' }))

    expect(linesNamed(text, 'LOCATION').map(textOf)).toEqual(['Room 4 (https://meet.example/a,b)'])
    expect(valuesOf(text, 'URL')).toEqual(['https://meet.example/a,b'])
    expect(linesNamed(text, 'CONFERENCE')).toEqual([
      { name: 'CONFERENCE', parameters: ';VALUE=URI;FEATURE=AUDIO,VIDEO', value: 'https://meet.example/a,b' },
    ])
  })

  test('shows a number to call as a number', () => {
    const text = writeMessage(aMessage({ location: null, url: 'tel:+33140000000' }))

    expect(valuesOf(text, 'LOCATION')).toEqual(['+33140000000'])
    expect(valuesOf(text, 'CONFERENCE')).toEqual(['tel:+33140000000'])
    expect(valuesOf(text, 'URL')).toEqual([])
  })

  test('lets no address, link or uid end its line', () => {
    const evil = 'x\r\nATTENDEE:mailto:eve@evil.example\r\nX'
    const text = writeMessage(
      aMessage({
        uid: evil,
        url: `https://${evil}`,
        organizer: { address: evil, name: evil },
        summary: evil,
      }),
    )

    expect(linesNamed(text, 'ATTENDEE').map(({ value }) => value)).toEqual([
      'mailto:bernard@northwind.example',
    ])
  })

  test('wishes for a reminder that shows and never mails', () => {
    expect(valuesOf(writeMessage(aMessage({ alarm: true })), 'ACTION')).toEqual(['DISPLAY'])
    expect(valuesOf(writeMessage(aMessage({ alarm: false })), 'ACTION')).toEqual([])
  })

  test('that is held only tentatively says so to Outlook too', () => {
    const text = writeMessage(aMessage({ status: 'TENTATIVE' }))

    expect(valuesOf(text, 'STATUS')).toEqual(['TENTATIVE'])
    expect(valuesOf(text, 'TRANSP')).toEqual(['OPAQUE'])
    expect(valuesOf(text, 'X-MICROSOFT-CDO-BUSYSTATUS')).toEqual(['TENTATIVE'])
  })

  test('that cancels frees the time, asks for nothing and has no reminder', () => {
    const text = writeMessage(aMessage({ method: 'CANCEL', sequence: 3, alarm: true }))

    expect(valuesOf(text, 'METHOD')).toEqual(['CANCEL'])
    expect(valuesOf(text, 'STATUS')).toEqual(['CANCELLED'])
    expect(valuesOf(text, 'SEQUENCE')).toEqual(['3'])
    expect(valuesOf(text, 'TRANSP')).toEqual(['TRANSPARENT'])
    expect(valuesOf(text, 'BEGIN')).not.toContain('VALARM')
    expect(text).not.toContain('RSVP')
  })

  test('that declines a counter-proposal names the event and its revision, and nothing a calendar might take over', () => {
    const text = writeMessage(
      aMessage({ method: 'DECLINECOUNTER', sequence: 2, alarm: true, description: 'The time stays, sorry.' }),
    )

    expect(readStrictly(text).map(({ name, value }) => `${name}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Calendar//Invitations 1.0//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:DECLINECOUNTER',
      'BEGIN:VEVENT',
      'UID:k4w2-session',
      'SEQUENCE:2',
      'DTSTAMP:20270301T120005Z',
      'ORGANIZER:mailto:nadia.k7@reply.example',
      'ATTENDEE:mailto:bernard@northwind.example',
      'COMMENT:The time stays\\, sorry.',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test('keeps to the grammar and gives back every text, whatever is written in it', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(anything, anything, anything, fc.boolean(), (name, words, place, alarm) => {
        const text = writeMessage(
          aMessage({ attendee: { address: 'a@b.example', name }, summary: words, location: place, alarm }),
        )
        const [summary] = linesNamed(text, 'SUMMARY')

        expect(summary && textOf(summary)).toBe(printable(words))
        expect(new ICAL.Event(vevent(text)).summary).toBe(printable(words))
      }),
    )
  })
})

describe('the published feed', () => {
  test('is a calendar to look at: named, refreshed, without method, organizer or attendee', () => {
    const text = writeFeed({ name: 'Sotto, Tom', entries: [anEntry({})] })

    expect(linesNamed(text, 'NAME').map(textOf)).toEqual(['Sotto, Tom'])
    expect(linesNamed(text, 'X-WR-CALNAME').map(textOf)).toEqual(['Sotto, Tom'])
    expect(linesNamed(text, 'REFRESH-INTERVAL')).toEqual([
      { name: 'REFRESH-INTERVAL', parameters: ';VALUE=DURATION', value: 'PT1H' },
    ])
    expect(readStrictly(text).map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/METHOD|ORGANIZER|ATTENDEE/)]),
    )
  })

  test('keeps a cancelled session in sight without keeping its time', () => {
    const text = writeFeed({ name: 'Sotto', entries: [anEntry({}), anEntry({ status: 'CANCELLED' })] })

    expect(valuesOf(text, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED'])
    expect(valuesOf(text, 'TRANSP')).toEqual(['OPAQUE', 'TRANSPARENT'])
  })

  test('with nothing in it is still a calendar, which has a component (RFC 5545 §3.6)', () => {
    expect(valuesOf(writeFeed({ name: 'Sotto', entries: [] }), 'BEGIN')).toEqual([
      ...['VCALENDAR', 'VTIMEZONE', 'STANDARD'],
    ])
  })
})

function aMessage(what: Partial<CalendarMessage>): CalendarMessage {
  return {
    method: 'REQUEST',
    uid: 'k4w2-session',
    sequence: 0,
    dtstamp: at('2027-03-01T12:00:05Z'),
    time: between('2027-03-22T09:00Z', '2027-03-22T09:30Z'),
    organizer: { address: 'nadia.k7@reply.example', name: 'Nadia H. via Northwind' },
    attendee: { address: 'bernard@northwind.example', name: 'Paul Bernard' },
    summary: '30 min with T. Leroy',
    description: null,
    location: null,
    url: null,
    status: 'CONFIRMED',
    alarm: false,
    ...what,
  }
}

function anEntry(what: Partial<FeedEntry>): FeedEntry {
  const { uid, sequence, dtstamp, time, summary, description, location, url, status } = aMessage({})
  return { uid, sequence, dtstamp, time, summary, description, location, url, status, ...what }
}

function valuesOf(text: string, name: string): string[] {
  return linesNamed(text, name).map(({ value }) => value)
}

function vevent(text: string): ICAL.Component {
  const event = ICAL.Component.fromString(text).getFirstSubcomponent('vevent')
  if (!event) throw new Error('No event')
  return event
}

function printable(words: string): string {
  return words
    .toWellFormed()
    .replace(/\r\n?|\u0085/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
}
