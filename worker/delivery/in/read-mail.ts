import type { Email } from 'postal-mime'

import { noteAround } from '../../domain/itip/notes.ts'
import { readCalendar } from '../../domain/itip/read.ts'
import type { CalendarClass, CalendarReading } from '../../domain/itip/reading.ts'
import { MAX_MAIL_OCTETS } from '../../domain/limits.ts'
import { instant, type Instant } from '../../domain/time/time.ts'
import { authenticationOf } from './read-authentication.ts'
import { isAutomatic } from './read-automatic.ts'
import { awayUntil } from './read-away.ts'
import { bounceOf } from './read-bounce.ts'
import { textOfOctets, undone } from './read-octets.ts'
import { type CalendarPart, type Parts, readParts } from './read-parts.ts'
import { type MailProblem, type MailReading, EMPTY_READING } from './read-result.ts'
import { keptText } from './read-text.ts'

export type { MailReading }

export type Receiver = {
  /** The authserv-id (RFC 8601) whose `Authentication-Results` are trusted; null trusts none. */
  readonly authority: string | null
}

/** Far more than anybody writes. Every line costs time, even a short one. */
const MAX_MAIL_LINES = 6000

/** Reads any octets, never throws. A mail over 128 kB is not parsed. A calendar without a mail is read too. */
export async function readMail(
  raw: Uint8Array | string,
  receiver: Receiver = { authority: null },
): Promise<MailReading> {
  const octets = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw
  if (octets.length > MAX_MAIL_OCTETS || linesIn(octets) > MAX_MAIL_LINES)
    return malformedReading('too-large')
  try {
    const bare = bareCalendar(octets)
    return bare === null
      ? readParsed(await readParts(normaliseMail(octets)), receiver)
      : readBareCalendar(bare)
  } catch {
    return malformedReading('unreadable-mail')
  }
}

function readParsed(parts: Parts, receiver: Receiver): MailReading {
  const envelope = envelopeOf(parts, receiver)
  const bounce = bounceOf(parts)
  if (bounce) return { ...EMPTY_READING, ...envelope, class: 'bounce', bounce }

  const automatic =
    parts.disposition || parts.deliveryStatus !== null || isAutomatic(parts.headers, envelope.subject ?? '')
  const calendar = mostUrgent(parts.calendars.map((part) => readPart(part, envelope.from)))
  if (calendar) return { ...EMPTY_READING, ...envelope, ...withNote(calendar, envelope.text) }

  const problems: MailProblem[] = parts.winmail ? ['winmail'] : []
  if (automatic)
    return {
      ...EMPTY_READING,
      ...envelope,
      class: 'auto-reply',
      problems,
      awayUntil: awayUntil(envelope.text, envelope.mailDate),
    }
  return { ...EMPTY_READING, ...envelope, class: 'none', problems, comment: envelope.text || null }
}

/** What asks for something comes first: a reply wins over the invite that is attached to it. */
const ORDER: readonly CalendarClass[] = [
  'counter',
  'reply',
  'refresh',
  'unattributed',
  'declinecounter',
  'cancel',
  'request',
  'malformed',
]

function mostUrgent(readings: readonly CalendarReading[]): CalendarReading | null {
  return readings.toSorted((one, other) => ORDER.indexOf(one.class) - ORDER.indexOf(other.class))[0] ?? null
}

function readPart({ text, method }: CalendarPart, from: string | null): CalendarReading {
  return readCalendar(text, { method, from })
}

/** If the answer has no comment, the text of the mail may be one. Other people's invites are no answers. */
function withNote(calendar: CalendarReading, text: string): CalendarReading {
  const around = NO_ANSWERS.includes(calendar.class) ? null : noteAround(text, calendar)
  return { ...calendar, comment: keptText(calendar.comment ?? around ?? '') || null }
}

const NO_ANSWERS: readonly CalendarClass[] = ['request', 'cancel', 'declinecounter']

function envelopeOf(parts: Parts, receiver: Receiver) {
  const { email, headers } = parts
  const authors = headers.filter(({ key }) => key === 'from').length
  const author = authors === 1 && email.from?.address ? email.from : null
  return {
    from: author?.address?.toLowerCase() ?? null,
    fromName: keptText(author?.name ?? '') || null,
    messageId: email.messageId?.trim() || null,
    mailDate: dateOf(email),
    subject: keptText(email.subject ?? '') || null,
    text: keptText(parts.text),
    authentication: authenticationOf(headers, receiver.authority),
    autoSubmitted: headers.some(({ key, value }) => key === 'auto-submitted' && !/^\s*no\b/i.test(value)),
  }
}

function dateOf({ date }: Email): Instant | null {
  const moment = Date.parse(date ?? '')
  return Number.isNaN(moment) ? null : instant(moment)
}

/** The text of a calendar that arrived as a bare file; null for a mail. */
function bareCalendar(octets: Uint8Array): string | null {
  const text = undone(textOfOctets(octets.subarray(0, 64)))
  return /^BEGIN:V(?:CALENDAR|EVENT)/i.test(text) ? undone(textOfOctets(octets)) : null
}

function readBareCalendar(text: string): MailReading {
  const calendar = readCalendar(text, { method: null, from: null })
  return { ...EMPTY_READING, ...calendar, comment: keptText(calendar.comment ?? '') || null }
}

/** Blank lines or an mbox `From ` before the headers, and bare CR as line break, would hide a mail from the parser. */
function normaliseMail(octets: Uint8Array): Uint8Array {
  const lines = octets.includes(0x0a) ? octets : octets.map((octet) => (octet === 0x0d ? 0x0a : octet))
  const head = new TextDecoder('latin1').decode(lines.subarray(0, 2000))
  const before = /^(?:\u00ef\u00bb\u00bf)?[\r\n]*(?:>?From [^\r\n]*\r?\n)?/.exec(head)?.[0].length ?? 0
  return lines.subarray(before)
}

function linesIn(octets: Uint8Array): number {
  let lines = 0
  for (const octet of octets) if (octet === 0x0a) lines += 1
  return lines
}

function malformedReading(problem: MailProblem): MailReading {
  return { ...EMPTY_READING, class: 'malformed', problems: [problem] }
}
