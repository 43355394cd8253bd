import { commonName, escapeText, formatLines, mailto, parameterValue, uri, utc } from './format.ts'
import type { CalendarMessage, IcsFeed, FeedEntry } from './message.ts'

/** Whoever looks at the source of an event need not learn which product wrote it: its own web page says what it is for. */
const PRODID = 'PRODID:-//Calendar//Invitations 1.0//EN'

/** RFC 5546 §3.2.2, §3.2.5, §3.2.8: one VCALENDAR with one VEVENT in UTC and one method, to one attendee. */
export function writeMessage(message: CalendarMessage): string {
  return formatLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODID,
    'CALSCALE:GREGORIAN',
    `METHOD:${message.method}`,
    'BEGIN:VEVENT',
    ...stamps(message),
    organizerLine(message),
    attendeeLine(message),
    ...(message.method === 'DECLINECOUNTER' ? comment(message) : [...event(message), ...states(message)]),
    ...(message.alarm && message.method === 'REQUEST' ? alarm(message.summary) : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}

/** No METHOD and no addresses: a feed is only read, never answered (RFC 7986 §5.1, §5.7). */
export function writeFeed({ name, entries }: IcsFeed): string {
  return formatLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    PRODID,
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...(entries.length > 0 ? entries.flatMap(feedEvent) : NOTHING_YET),
    'END:VCALENDAR',
  ])
}

/** RFC 5545 §3.6: a calendar has at least one component. A zone that nothing refers to is shown by no program. */
const NOTHING_YET = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function feedEvent(entry: FeedEntry): string[] {
  return [
    'BEGIN:VEVENT',
    ...stamps(entry),
    ...event(entry),
    `STATUS:${entry.status}`,
    entry.status === 'CANCELLED' ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE',
    ...(entry.status === 'TENTATIVE' ? ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE'] : []),
    'END:VEVENT',
  ]
}

function stamps({ uid, sequence, dtstamp }: FeedEntry | CalendarMessage): string[] {
  return [`UID:${escapeText(uid)}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(dtstamp)}`]
}

/** No SENT-BY, because Gmail would then show an unknown organizer. */
function organizerLine({ organizer }: CalendarMessage): string {
  return `ORGANIZER${commonName(organizer)}:${mailto(organizer.address)}`
}

function attendeeLine({ attendee, method }: CalendarMessage): string {
  const partstat = parameterValue(attendee.partstat ?? 'NEEDS-ACTION')
  const rsvp = method === 'REQUEST' ? ';RSVP=TRUE' : ''
  const parameters = `CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat}${rsvp}`
  return `ATTENDEE;${parameters}${commonName(attendee)}:${mailto(attendee.address)}`
}

/** Few clients read CONFERENCE (RFC 7986 §5.11), so the link is in URL and LOCATION too. */
function event({ time, summary, description, location, url }: FeedEntry | CalendarMessage): string[] {
  const link = url === null ? null : uri(url)
  const place = link === null ? location : placeWith(location, link)
  return [
    `DTSTART:${utc(time.start)}`,
    `DTEND:${utc(time.end)}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(link ? conference(link) : []),
  ]
}

/** RFC 5546 §3.2.8: a declined proposal names the event and gives no details that a calendar could copy. */
function comment({ description }: CalendarMessage): string[] {
  return description ? [`COMMENT:${escapeText(description)}`] : []
}

function placeWith(location: string | null, link: string): string {
  const shown = isPhone(link) ? link.slice('tel:'.length) : link
  if (!location) return shown
  return location.includes(shown) || isPhone(link) ? location : `${location} (${shown})`
}

function conference(link: string): string[] {
  if (isPhone(link)) return [`CONFERENCE;VALUE=URI;FEATURE=PHONE:${link}`]
  return [`CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:${link}`, `URL:${link}`]
}

function isPhone(link: string): boolean {
  return /^tel:/i.test(link)
}

function states({ method, status }: CalendarMessage): string[] {
  if (method === 'CANCEL')
    return ['STATUS:CANCELLED', 'TRANSP:TRANSPARENT', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE']
  const busy = status === 'TENTATIVE' ? 'TENTATIVE' : 'BUSY'
  return [`STATUS:${status}`, 'TRANSP:OPAQUE', `X-MICROSOFT-CDO-BUSYSTATUS:${busy}`]
}

function alarm(summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:-PT15M',
    `DESCRIPTION:${escapeText(summary)}`,
    'END:VALARM',
  ]
}
