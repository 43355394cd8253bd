import type { Mailbox } from '../../compose/mailbox.ts'
import { writeMail } from '../../compose/mime.ts'
import { commonName, formatLines, uri, utc } from '../../domain/itip/format.ts'
import type { Partstat } from '../../domain/session/session.ts'
import type { Instant, Interval } from '../../domain/time/time.ts'

/** What a calendar knows of the event that it replies to. */
export type AnsweredEvent = {
  readonly uid: string
  readonly sequence: number
  /** The address the event came from, and the reply goes to. */
  readonly organizer: string
  readonly attendee: Mailbox
  readonly time: Interval
}

export type CalendarAnswer =
  | Extract<Partstat, 'ACCEPTED' | 'TENTATIVE' | 'DECLINED'>
  | { readonly propose: Interval }

/** The mail a calendar sends when its owner answers an event (RFC 5546 §3.2.3) or proposes another time (§3.2.7). */
export function writeReply(
  answered: AnsweredEvent,
  answer: CalendarAnswer,
  { at, messageId }: { readonly at: Instant; readonly messageId: string },
): string {
  const { attendee, organizer } = answered
  const method = typeof answer === 'string' ? 'REPLY' : 'COUNTER'
  const subject = SUBJECTS[typeof answer === 'string' ? answer : 'COUNTER']
  return writeMail({
    from: attendee,
    to: { address: organizer, name: '' },
    replyTo: attendee.address,
    subject,
    date: at,
    messageId,
    text: `${attendee.name}: ${subject}`,
    html: `<p>${subject}</p>`,
    calendar: { method, content: contentOf(answered, answer, method, at) },
    headers: {},
  })
}

/** A mail in plain words, without a calendar part. */
export function writeProse(
  from: Mailbox,
  to: string,
  { words, at, messageId }: { readonly words: string; readonly at: Instant; readonly messageId: string },
): string {
  return writeMail({
    from,
    to: { address: to, name: '' },
    replyTo: from.address,
    subject: 'Re: your mail',
    date: at,
    messageId,
    text: words,
    html: `<p>${words}</p>`,
    calendar: null,
    headers: {},
  })
}

const SUBJECTS = {
  ACCEPTED: 'Accepted',
  TENTATIVE: 'Tentative',
  DECLINED: 'Declined',
  COUNTER: 'New time proposed',
}

function contentOf(
  { uid, sequence, organizer, attendee, time }: AnsweredEvent,
  answer: CalendarAnswer,
  method: string,
  at: Instant,
): string {
  const partstat = typeof answer === 'string' ? answer : 'TENTATIVE'
  const { start, end } = typeof answer === 'string' ? time : answer.propose
  return formatLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sotto//A calendar for trying//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `ORGANIZER:mailto:${uri(organizer)}`,
    `ATTENDEE;PARTSTAT=${partstat}${commonName(attendee)}:mailto:${uri(attendee.address)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}
