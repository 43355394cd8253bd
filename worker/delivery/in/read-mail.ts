import type { Email } from 'postal-mime'

import { isFromGoogle, noteAround } from '../../domain/itip/notes.ts'
import { readCalendar } from '../../domain/itip/read.ts'
import type { CalendarClass, CalendarReading } from '../../domain/itip/reading.ts'
import { instant, type Instant } from '../../domain/time/time.ts'
import { authenticationOf } from './read-authentication.ts'
import { authorOf, authorsOf } from './read-author.ts'
import { type Automation, automationOf, isOfProgram } from './read-automatic.ts'
import { awayUntil } from './read-away.ts'
import { bounceOf } from './read-bounce.ts'
import { textOfOctets, undone } from './read-octets.ts'
import { type CalendarPart, type Parts, readParts } from './read-parts.ts'
import { type MailProblem, type MailReading, EMPTY_READING } from './read-result.ts'
import { keptText } from './read-text.ts'
import { isWithinLimits, withinLimits } from './within-limits.ts'

export type { MailReading }

export type Receiver = {
  /** The authserv-id (RFC 8601) whose `Authentication-Results` are trusted; null trusts none. */
  readonly authority: string | null
  /** False: the mail goes on after what is given. */
  readonly isWhole?: boolean
}

/** Names and subjects are stored beside the text. */
const MAX_LINE_OCTETS = 1000
/** Reads any octets, never throws. Of a mail over the limits, what people and calendars say. A bare calendar is read too. */
export async function readMail(
  raw: Uint8Array | string,
  receiver: Receiver = { authority: null },
): Promise<MailReading> {
  const whole = typeof raw === 'string' ? new TextEncoder().encode(raw) : raw
  try {
    if (isBareCalendar(whole)) return readBareCalendar(whole)
    const { octets, isCut } = withinLimits(normaliseMail(whole))
    const reading = readParsed(await readParts(octets), receiver)
    return isCut || receiver.isWhole === false ? cutReading(reading) : reading
  } catch {
    return malformedReading('unreadable-mail')
  }
}

function readParsed(parts: Parts, receiver: Receiver): MailReading {
  const envelope = envelopeOf(parts, receiver)
  const bounce = bounceOf(parts)
  if (bounce) return { ...EMPTY_READING, ...envelope, class: 'bounce', bounce }

  const isReport = parts.disposition || parts.deliveryStatus !== null
  const automation = isReport ? 'certain' : automationOf(parts.headers, envelope.subject ?? '')
  const calendar = mostUrgent(parts.calendars.map((part) => readPart(part, envelope.from)))
  if (calendar)
    return { ...EMPTY_READING, ...envelope, automation, ...withNote(calendar, envelope.text, automation) }

  const problems: MailProblem[] = parts.winmail ? ['winmail'] : []
  if (automation)
    return {
      ...EMPTY_READING,
      ...envelope,
      class: 'auto-reply',
      automation,
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

/**
 * If the answer has no comment, the text of the mail may be one. Other people's invites are no answers, and what a program
 * sends has a text of its own, except for Google's: it marks all it sends, also what a person has written.
 */
function withNote(calendar: CalendarReading, text: string, automation: Automation): CalendarReading {
  const isPersons =
    !NO_ANSWERS.includes(calendar.class) && (!isOfProgram(automation) || isFromGoogle(calendar))
  const around = isPersons ? noteAround(text, calendar) : null
  return { ...calendar, comment: keptText(calendar.comment ?? around ?? '') || null }
}

const NO_ANSWERS: readonly CalendarClass[] = ['request', 'cancel', 'declinecounter']

function envelopeOf(parts: Parts, receiver: Receiver) {
  const { email, headers } = parts
  const author = authorOf(headers)
  const authors = author ? [] : authorsOf(headers)
  return {
    from: author?.address ?? null,
    ...(authors.length > 0 && { authors }),
    fromName: keptText(author?.name ?? '', MAX_LINE_OCTETS) || null,
    messageId: email.messageId?.trim() || null,
    mailDate: dateOf(email),
    subject: keptText(email.subject ?? '', MAX_LINE_OCTETS) || null,
    text: keptText(parts.text),
    authentication: authenticationOf(headers, receiver.authority),
    autoSubmitted: headers.some(({ key, value }) => key === 'auto-submitted' && !/^\s*no\b/i.test(value)),
  }
}

function dateOf({ date }: Email): Instant | null {
  const moment = Date.parse(date ?? '')
  return Number.isNaN(moment) ? null : instant(moment)
}

function isBareCalendar(octets: Uint8Array): boolean {
  return /^BEGIN:V(?:CALENDAR|EVENT)/i.test(undone(textOfOctets(octets.subarray(0, 64))))
}

function readBareCalendar(octets: Uint8Array): MailReading {
  if (!isWithinLimits(octets)) return malformedReading('too-large')
  const calendar = readCalendar(undone(textOfOctets(octets)), { method: null, from: null })
  return { ...EMPTY_READING, ...calendar, comment: keptText(calendar.comment ?? '') || null }
}

/** Blank lines or an mbox `From ` before the headers, and bare CR as line break, would hide a mail from the parser. */
function normaliseMail(octets: Uint8Array): Uint8Array {
  const lines = octets.includes(0x0a) ? octets : octets.map((octet) => (octet === 0x0d ? 0x0a : octet))
  const head = new TextDecoder('latin1').decode(lines.subarray(0, 2000))
  const before = /^(?:\u00ef\u00bb\u00bf)?[\r\n]*(?:>?From [^\r\n]*\r?\n)?/.exec(head)?.[0].length ?? 0
  return lines.subarray(before)
}

/** Half a calendar could say something else. */
function cutReading(reading: MailReading): MailReading {
  const problems: readonly MailProblem[] = [...reading.problems, 'too-large']
  return reading.problems.includes('incomplete')
    ? { ...reading, class: 'malformed', problems }
    : { ...reading, problems }
}

function malformedReading(problem: MailProblem): MailReading {
  return { ...EMPTY_READING, class: 'malformed', problems: [problem] }
}
