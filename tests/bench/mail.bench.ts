import ICAL from 'ical.js'
import { readFileSync } from 'node:fs'
import PostalMime from 'postal-mime'

import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { CalendarMessage } from '../../worker/domain/itip/message.ts'
import { writeMessage } from '../../worker/domain/itip/write.ts'
import { at, between } from '../support/times.ts'
import { awaitedRowOf, rowOf, type Row } from './measuring.ts'

const REQUEST = 'write one REQUEST: the calendar’s text'
const REPLY = 'read one REPLY mail of 4 kB'
const LONG_REPLY = 'read one REPLY mail of 45 kB'

const MAIL = new URL('../fixtures/mail/google-accepted.eml', import.meta.url)

/**
 * Writes one invite with title, text, place, link and alarm, and reads one answer, from octets to who said what, with
 * the sender's authentication. Throws when the reader does not find the answer.
 */
export async function benchMail(): Promise<Row[]> {
  const short = readFileSync(MAIL).toString('latin1').replaceAll('\n', '\r\n')
  return [
    rowOf(REQUEST, writtenAsMeant(), { ours: () => writeMessage(MESSAGE), reference: writtenByIcal }),
    await reading(REPLY, short, 'plain'),
    await reading(LONG_REPLY, quoting(short, 45_000), null),
  ]
}

const MESSAGE: CalendarMessage = {
  method: 'REQUEST',
  uid: 'k4w2m9q0z7x1c6v5b8n3-session',
  sequence: 1,
  dtstamp: at('2027-03-01T12:00:05Z'),
  time: between('2027-03-22T09:00Z', '2027-03-22T09:30Z'),
  organizer: { address: 'sotto-k4w2m9q0z7x1@reply.people.example', name: 'Nadia H. via Northwind' },
  attendee: { address: 'bernard@northwind.example', name: 'Claude Bernard' },
  summary: '30 min with T. Leroy',
  description: 'Thirty minutes, by video.\nTo decline or to move it, answer in your calendar, or write back.',
  location: 'Room 4.12, Rue de la Paix 7',
  url: 'https://meet.people.example/4711-0815',
  status: 'CONFIRMED',
  alarm: true,
}

/** Its size in octets; throws when ical.js does not read back what was meant. */
function writtenAsMeant(): number {
  const text = writeMessage(MESSAGE)
  const event = ICAL.Component.fromString(text).getFirstSubcomponent('vevent')
  if (event?.getFirstPropertyValue('summary') !== MESSAGE.summary)
    throw new Error('A REQUEST says something else')
  return text.length
}

function writtenByIcal(): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('method', MESSAGE.method)
  const event = new ICAL.Component('vevent')
  for (const name of ['uid', 'summary', 'description', 'location', 'url', 'status'] as const)
    event.addPropertyWithValue(name, MESSAGE[name])
  event.addPropertyWithValue('sequence', MESSAGE.sequence)
  event.addPropertyWithValue('dtstart', ICAL.Time.fromJSDate(new Date(MESSAGE.time.start), true))
  event.addPropertyWithValue('dtend', ICAL.Time.fromJSDate(new Date(MESSAGE.time.end), true))
  event
    .addPropertyWithValue('organizer', `mailto:${MESSAGE.organizer.address}`)
    .setParameter('cn', MESSAGE.organizer.name)
  event
    .addPropertyWithValue('attendee', `mailto:${MESSAGE.attendee.address}`)
    .setParameter('cn', MESSAGE.attendee.name)
  calendar.addSubcomponent(event)
  return calendar.toString()
}

async function reading(job: string, raw: string, reference: 'plain' | null): Promise<Row> {
  const octets = Buffer.from(raw, 'latin1')
  const ours = () => readMail(octets, { authority: 'mx.receiver.example' })
  const { class: kind, partstat } = await ours()
  if (kind !== 'reply' || partstat !== 'ACCEPTED') throw new Error(`A REPLY was read as ${kind}`)
  return awaitedRowOf(job, octets.length, { ours, reference: reference && (() => readPlainly(octets)) })
}

/** The libraries alone: mail by postal-mime, calendar by ical.js, without the sender. */
async function readPlainly(octets: Uint8Array): Promise<unknown> {
  const { attachments } = await new PostalMime().parse(octets)
  const calendar = attachments.find(({ mimeType }) => mimeType === 'text/calendar')
  const text =
    typeof calendar?.content === 'string' ? calendar.content : new TextDecoder().decode(calendar?.content)
  return new ICAL.Component(ICAL.parse(text))
}

/** The same answer above a long quoted thread in the plain part. */
function quoting(raw: string, octets: number): string {
  const line = `${Buffer.from('> and this is what was written before, and before that.'.padEnd(60)).toString('base64')}\r\n`
  const place = raw.indexOf('\r\n\r\n--000000000000aaaa\r\nContent-Type: text/html')
  return (
    raw.slice(0, place) +
    '\r\n' +
    line.repeat(Math.ceil((octets - raw.length) / line.length)).trimEnd() +
    raw.slice(place)
  )
}
