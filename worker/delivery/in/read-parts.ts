import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime'

import { textOfOctets, undone } from './read-octets.ts'
import { textOfHtml } from './read-text.ts'

/** A calendar in the mail. `method` is from its Content-Type and only a hint. */
export type CalendarPart = { readonly text: string; readonly method: string | null }

/** The parts of a mail that matter for an answer. */
export type Parts = {
  readonly headers: readonly Header[]
  readonly email: Email
  readonly text: string
  readonly calendars: readonly CalendarPart[]
  /** The machine-readable parts of a report (RFC 3462), as text. */
  readonly deliveryStatus: string | null
  readonly disposition: boolean
  /** Headers of the message that a report returns. */
  readonly returned: string | null
  readonly winmail: boolean
  /** All below the headers, as it was sent. */
  readonly body: () => string
}

const CALENDAR_TYPES = [
  'text/calendar',
  'application/ics',
  'text/x-vcalendar',
  'text/vcalendar',
  'application/calendar',
]
const CALENDAR = /^BEGIN: ?VCALENDAR/im
/** How many levels of attached messages are read. */
const MAX_NESTED_MESSAGES = 2

export async function readParts(octets: Uint8Array): Promise<Parts> {
  const email = await PostalMime.parse(octets, {
    maxNestingDepth: 40,
    maxRfc822NestingDepth: MAX_NESTED_MESSAGES,
  })
  const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  const reports = isReporter(email)
  const returned = email.attachments.find(({ mimeType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers)$/.test(mimeType),
  )
  const parts = {
    headers: email.headers,
    email,
    text: email.text ?? (email.html ? textOfHtml(email.html) : ''),
    deliveryStatus: status && reports ? contentText(status) : null,
    disposition:
      reports && email.attachments.some(({ mimeType }) => mimeType === 'message/disposition-notification'),
    returned: returned ? contentText(returned) : null,
    winmail: email.attachments.some(isWinmail),
    body: () => bodyOf(octets),
  }
  if (status || parts.disposition) return { ...parts, calendars: [] }

  const declared = await calendarsOf(email.attachments, MAX_NESTED_MESSAGES)
  if (declared.some(({ text }) => text.includes('BEGIN:'))) return { ...parts, calendars: declared }
  const found = undeclaredCalendar(parts.text, octets)
  return { ...parts, text: beforeCalendar(parts.text), calendars: found.length ? found : declared }
}

function bodyOf(octets: Uint8Array): string {
  const whole = new TextDecoder('latin1').decode(octets)
  const at = whole.search(/\r?\n\r?\n/)
  return at < 0 ? '' : whole.slice(at)
}

/** People forward reports. A mail is a report only if a server or mail program sent it (RFC 6522 §3). */
function isReporter({ headers, from }: Email): boolean {
  const value = (name: string) => headers.find(({ key }) => key === name)?.value.trim() ?? ''
  return (
    /^multipart\/report\b/i.test(value('content-type')) ||
    value('return-path') === '<>' ||
    !from?.address ||
    /daemon|post[_-]?master|mail delivery/i.test(`${from.name} ${from.address}`)
  )
}

async function calendarsOf(attachments: readonly Attachment[], depth: number): Promise<CalendarPart[]> {
  const found: CalendarPart[] = []
  for (const attachment of attachments) {
    if (attachment.mimeType === 'message/rfc822' && depth > 0)
      found.push(...(await calendarsInMessage(attachment, depth)))
    else if (isCalendar(attachment))
      found.push({ text: undone(contentText(attachment)), method: attachment.method ?? null })
  }
  return found
}

async function calendarsInMessage({ content }: Attachment, depth: number): Promise<CalendarPart[]> {
  if (typeof content === 'string') return []
  const { attachments } = await PostalMime.parse(content, { maxNestingDepth: 40, maxRfc822NestingDepth: 0 })
  return calendarsOf(attachments, depth - 1)
}

/** A calendar in the mail's text, or in a part whose headers or boundary were lost. */
function undeclaredCalendar(text: string, octets: Uint8Array): CalendarPart[] {
  for (const place of [text, textOfOctets(octets)]) {
    const at = place.search(CALENDAR)
    if (at >= 0) return [{ text: undone(untilEnd(place.slice(at))), method: methodBefore(place, at) }]
    const [encoded] = /^QkVHSU46V[A-Za-z0-9+/=\r\n]*/m.exec(place) ?? []
    if (encoded) return [{ text: untilEnd(undone(encoded)), method: null }]
  }
  return []
}

/** Read from what is left of the part's own headers. */
function methodBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 400), at)
  return /\bmethod="?([a-z]{3,14})\b/i.exec(before)?.[1]?.toUpperCase() ?? null
}

/** The text before the calendar. */
function beforeCalendar(text: string): string {
  const at = text.search(CALENDAR)
  return at < 0 ? text : text.slice(0, at)
}

function untilEnd(text: string): string {
  const end = /^END: ?VCALENDAR/im.exec(text)
  return end ? text.slice(0, end.index + end[0].length) : text
}

function isCalendar(attachment: Attachment): boolean {
  if (CALENDAR_TYPES.includes(attachment.mimeType)) return true
  if (/\.(?:ics|ical|vcs)$/i.test(attachment.filename ?? '')) return true
  return (
    /^(?:text|application\/octet-stream)/.test(attachment.mimeType) &&
    /^\s*BEGIN:VCALENDAR/i.test(contentText(attachment))
  )
}

function isWinmail({ mimeType, filename }: Attachment): boolean {
  return /ms-tnef/.test(mimeType) || /^winmail\.dat$/i.test(filename ?? '')
}

function contentText({ content }: Attachment): string {
  return typeof content === 'string' ? content : textOfOctets(new Uint8Array(content))
}
