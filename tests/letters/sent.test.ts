import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { composeMail } from '../../worker/compose/compose.ts'
import type { CalendarLetter } from '../../worker/domain/letter/letter.ts'
import { after, HOUR } from '../../worker/domain/time/time.ts'
import { anInvite } from '../support/letters.ts'

/** Every calendar message of a session, as it is sent. */
const LIFE: readonly (readonly [string, Partial<CalendarLetter>])[] = [
  ['the first invite', {}],
  ['the first one ever', { firstContact: true }],
  ['a move', { sequence: 1, movedFrom: anInvite().time, time: later(anInvite().time) }],
  ['another place', { news: 'place', place: { kind: 'link', url: 'https://meet.northwind.example/a;b,c' } }],
  ['another person at the same time', { sequence: 1, news: 'person' }],
  ['a call', { place: { kind: 'phone', number: '+33 1 23 45 67 89' } }],
  ['the event again, as he answered it', { partstat: 'ACCEPTED' }],
  ['a cancellation', { method: 'CANCEL', sequence: 2, linkId: null }],
  ['a declined counter-proposal', { method: 'DECLINECOUNTER', sequence: 1 }],
]
const NAMES = [
  'Tom "Tommy" Leroy; jr., M.A.',
  '山田 太郎',
  'ليلى حداد',
  '🦊 Fox: the one',
  'O’Brien\r\nBcc: all@x.example',
]
const COMPOSER = {
  settings: { origin: 'https://sotto.example', replyDomain: 'reply.sotto.example' },
  tokenOf: () => Promise.resolve('token'),
  open: () => Promise.reject(new Error('nothing is sealed')),
}

test.for(LIFE)('%s is read by others as it was meant', async ([, parts]) => {
  for (const locale of ['en', 'fr'] as const)
    for (const name of NAMES) {
      const letter = anInvite(parts)
      const reader = { ...letter.reader, locale, name }
      const event = await readByOthers({ ...letter, reader, otherName: name })

      expect(event.method).toBe(letter.method)
      expect(event.uid).toBe(letter.uid)
      expect(event.sequence).toBe(letter.sequence)
      expect(event.attendees).toEqual([`mailto:${letter.reader.email}`])
      expect(event.organizer).toBe(`mailto:${letter.organizer}`)
      // DECLINECOUNTER names the event by its UID alone (RFC 5546 §3.2.8).
      expect(event.start).toBe(letter.method === 'DECLINECOUNTER' ? null : letter.time.start)
      expect(event.recipients).toEqual([letter.reader.email])
    }
})

/** Reads it with two other libraries: one for the mail, one for the calendar in it. */
async function readByOthers(letter: CalendarLetter) {
  const { raw } = await composeMail(COMPOSER, letter)
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' })
  const calendars = mail.attachments.filter(({ mimeType }) =>
    /text\/calendar|application\/ics/.test(mimeType),
  )
  const [first] = calendars
  if (typeof first?.content !== 'string') throw new Error('no calendar')
  const calendar = new ICAL.Component(ICAL.parse(first.content))
  const events = calendar.getAllSubcomponents('vevent')
  const [event] = events
  if (!event || events.length !== 1) throw new Error('not one event')

  const start = event.getFirstPropertyValue('dtstart')
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    organizer: event.getFirstPropertyValue('organizer'),
    attendees: event.getAllProperties('attendee').map((each) => each.getFirstValue()),
    start: start instanceof ICAL.Time ? start.toUnixTime() * 1000 : null,
    recipients: mail.to?.map(({ address }) => address),
  }
}

function later({ start, end }: CalendarLetter['time']): CalendarLetter['time'] {
  return { start: after(start, HOUR), end: after(end, HOUR) }
}
