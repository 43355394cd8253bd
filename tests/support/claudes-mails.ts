import type { Mail } from '../../worker/domain/letter/mail-port.ts'
import { inviteOf, type Session } from '../../worker/domain/session/session.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { type CalendarAnswer, writeProse, writeReply } from '../../worker/http/dev/reply.ts'
import { addressOf, CLAUDE } from './northwind.ts'
import { at, between } from './times.ts'

export const CLAUDES = 'claude@northwind.example'

type Sending = {
  readonly from?: string
  readonly attendee?: string
  readonly stamped?: Instant
  readonly messageId?: string
}

/** A reply of Claude's calendar; From may be another address. */
export function reply(
  session: Session,
  answer: CalendarAnswer,
  { from, attendee = CLAUDES, stamped, messageId }: Sending = {},
): string {
  const { uid, sequence } = inviteOfClaude(session)
  const organizer = addressOf(CLAUDE)
  const time = session.time ?? between('2027-03-22T10:00Z', '2027-03-22T10:30Z')
  const raw = writeReply(
    { uid, sequence, organizer, time, attendee: { name: 'Claude Bernard', address: attendee } },
    answer,
    { at: stamped ?? at('2027-03-15T08:00Z'), messageId: messageId ?? aMessageId() },
  )
  return from ? raw.replace(/^From: .*(?:\r\n .*)?/, `From: ${from}`) : raw
}

/** A mail of Claude's calendar with another method and his DECLINED in it. */
export function plain(session: Session, method: string): string {
  return [
    `From: ${CLAUDES}`,
    `Message-ID: ${aMessageId()}`,
    `Content-Type: text/calendar; method=${method}`,
    '',
    'BEGIN:VCALENDAR',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${inviteOfClaude(session).uid}`,
    'SEQUENCE:7',
    'DTSTAMP:20270315T080000Z',
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${CLAUDES}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n')
}

/** A mail of Claude's in words. */
export function prose(words: string): string {
  const content = { words, at: at('2027-03-15T08:00Z'), messageId: aMessageId() }
  return writeProse({ name: 'Claude Bernard', address: CLAUDES }, addressOf(CLAUDE), content)
}

/** A report of Claude's server: the letter that was sent to him last did not reach him. */
export function bounce(sent: readonly Mail[]): string {
  const { raw = '' } = sent.findLast(({ to }) => to === CLAUDES) ?? {}
  const [messageId] = /(?<=^Message-ID: )<[^>]+>/m.exec(raw) ?? []
  if (!messageId) throw new Error('nothing was sent to him')
  return [
    'From: MAILER-DAEMON@mx.example',
    `Message-ID: ${aMessageId()}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It came back.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${CLAUDES}`,
    'Action: failed',
    'Status: 5.1.1',
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
  ].join('\n')
}

function inviteOfClaude(session: Session) {
  const invite = inviteOf(session, CLAUDE)
  if (!invite) throw new Error('not invited')
  return invite
}

function aMessageId(): string {
  return `<${crypto.randomUUID()}@calendar.example>`
}
