import type { Mailbox } from '../../worker/compose/mailbox.ts'
import { addressHeader, dateHeader, mailbox, textHeader } from '../../worker/compose/mime-headers.ts'
import { commonName, escapeText, formatLines, utc } from '../../worker/domain/itip/format.ts'
import { type Day, HOUR, type Instant, instant, type Zone } from '../../worker/domain/time/time.ts'
import { offsetAt } from '../../worker/domain/time/zones.ts'
import type { Chance } from '../simulating/random.ts'
import { drawn, whole } from './draw.ts'
import type { Program } from './habits.ts'

export type Wall = { readonly day: Day; readonly minutes: number }

/** One iTIP message of an ordinary organizer, or, without `event`, an ordinary mail. */
export type Sent = {
  readonly at: Instant
  readonly from: Mailbox
  readonly to: Mailbox
  readonly subject: string
  readonly body: string
  readonly event: SentEvent | null
}
export type SentEvent = {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly uid: string
  readonly sequence: number
  readonly start: Wall
  readonly length: number
  readonly zone: Zone
  readonly location: string
  readonly hasAlarm: boolean
  readonly category: string | null
  readonly rule: { readonly weeks: number; readonly count: number } | null
  readonly instanceOf: Wall | null
}

/** The mail as that program writes it: what its headers, parts and calendars look like from outside. */
export function writeAs(program: Program, sent: Sent, chance: Chance): string {
  switch (program) {
    case 'outlook':
      return outlook(sent, chance)
    case 'google':
      return google(sent, chance)
    case 'apple':
      return apple(sent, chance)
    case 'tool':
      return tool(sent, chance)
  }
}

function outlook(sent: Sent, chance: Chance): string {
  const server = `${drawn(chance, 4, 'ABCDEGHMPRSTV')}${whole(chance, 1, 9)}P${whole(chance, 100, 999)}MB${whole(chance, 1000, 9999)}`
  const id = `${server}${drawn(chance, 24, 'ABCDEF0123456789')}@${server}.EURP${whole(chance, 100, 999)}.PROD.OUTLOOK.COM`
  const html = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns="http://www.w3.org/TR/REC-html40"><head><style>${'p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\r\n'.repeat(9)}</style></head><body lang="EN-GB">${paragraphs(sent.body, 'class="MsoNormal"')}</body></html>`
  return message(
    [
      mailbox('From', sent.from),
      mailbox('To', sent.to),
      textHeader('Subject', sent.subject),
      textHeader('Thread-Topic', sent.subject),
      `Thread-Index: ${drawn(chance, 30, 'ABCDEFabcdef0123456789')}`,
      dateHeader(sent.at),
      `Message-ID: <${id}>`,
      'Accept-Language: en-GB, en-US',
      'Content-Language: en-GB',
      'X-MS-Has-Attach:',
      'X-MS-TNEF-Correlator:',
      'x-ms-publictraffictype: Email',
      'x-ms-exchange-senderadcheck: 1',
      'MIME-Version: 1.0',
    ],
    parts('alternative', `_000_${id.slice(0, 38)}_`, [
      part('text/plain; charset="utf-8"', sent.body),
      part('text/html; charset="utf-8"', html),
      ...calendarPart(sent.event, outlookCalendar(sent, chance)),
    ]),
  )
}

function outlookCalendar({ event, ...sent }: Sent, chance: Chance): readonly string[] {
  if (!event) return []
  return [
    `METHOD:${event.method}`,
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    ...zoneLines('Romance Standard Time'),
    'BEGIN:VEVENT',
    `ORGANIZER${commonName(sent.from)}:mailto:${sent.from.address}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${commonName(sent.to)}:mailto:${sent.to.address}`,
    ...(sent.body ? [`DESCRIPTION;LANGUAGE=en-GB:${escapeText(sent.body)}`] : []),
    ...(event.rule ? [ruleLine(event.rule)] : []),
    ...(event.category ? [`CATEGORIES:${event.category}`] : []),
    `UID:${event.uid}`,
    ...instanceLine(event, 'Romance Standard Time'),
    `SUMMARY;LANGUAGE=en-GB:${escapeText(event.method === 'CANCEL' ? `Canceled: ${sent.subject}` : sent.subject)}`,
    ...times(event, 'Romance Standard Time'),
    'CLASS:PUBLIC',
    'PRIORITY:5',
    `DTSTAMP:${utc(sent.at)}`,
    event.method === 'CANCEL' ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE',
    `STATUS:${event.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `SEQUENCE:${event.sequence}`,
    `LOCATION;LANGUAGE=en-GB:${escapeText(event.location)}`,
    `X-MICROSOFT-CDO-APPT-SEQUENCE:${event.sequence}`,
    `X-MICROSOFT-CDO-OWNERAPPTID:${whole(chance, -2_000_000_000, 2_000_000_000)}`,
    'X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE',
    'X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY',
    'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE',
    'X-MICROSOFT-CDO-IMPORTANCE:1',
    `X-MICROSOFT-CDO-INSTTYPE:${event.rule ? 1 : 0}`,
    'X-MICROSOFT-DONOTFORWARDMEETING:FALSE',
    'X-MICROSOFT-DISALLOW-COUNTER:FALSE',
    ...alarm(event, 'REMINDER'),
    'END:VEVENT',
  ]
}

function google(sent: Sent, chance: Chance): string {
  const boundary = `000000000000${drawn(chance, 16)}`
  const html = `<div dir="ltr"><table role="presentation" style="font-family:Roboto,Helvetica,Arial,sans-serif">${'<tr><td style="padding:0;text-align:left"><span style="font-weight:700"></span></td></tr>\r\n'.repeat(sent.event ? 60 : 4)}${paragraphs(sent.body, '')}</table></div>`
  const alternative = parts('alternative', `${boundary.slice(0, -2)}aa`, [
    part('text/plain; charset="UTF-8"; format=flowed; delsp=yes', sent.body),
    part('text/html; charset="UTF-8"', html, 'quoted-printable'),
    ...calendarPart(sent.event, googleCalendar(sent, chance), '7bit'),
  ])
  return message(
    [
      ...(sent.event ? [addressHeader('Reply-To', sent.from.address)] : []),
      ...(sent.event ? ['Sender: Google Calendar <calendar-notification@google.com>'] : []),
      ...(sent.event ? ['Auto-Submitted: auto-generated'] : []),
      `Message-ID: <${sent.event ? `calendar-${drawn(chance, 36)}@google.com` : `CA${drawn(chance, 48)}@mail.gmail.com`}>`,
      dateHeader(sent.at),
      textHeader('Subject', sent.subject),
      mailbox('From', sent.from),
      mailbox('To', sent.to),
      'MIME-Version: 1.0',
    ],
    sent.event
      ? parts('mixed', boundary, [alternative, ...invitation(googleCalendar(sent, chance))])
      : alternative,
  )
}

function googleCalendar({ event, ...sent }: Sent, chance: Chance): readonly string[] {
  if (!event) return []
  return [
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    ...(event.rule ? zoneLines(event.zone) : []),
    'BEGIN:VEVENT',
    ...times(event, event.zone),
    ...(event.rule ? [ruleLine(event.rule)] : []),
    `DTSTAMP:${utc(sent.at)}`,
    `ORGANIZER${commonName(sent.from)}:mailto:${sent.from.address}`,
    `UID:${event.uid}`,
    ...instanceLine(event, event.zone),
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE${commonName(sent.from)};X-NUM-GUESTS=0:mailto:${sent.from.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${commonName(sent.to)};X-NUM-GUESTS=0:mailto:${sent.to.address}`,
    `X-GOOGLE-CONFERENCE:https://meet.google.com/${drawn(chance, 10, 'abcdefghij')}`,
    `X-MICROSOFT-CDO-OWNERAPPTID:${whole(chance, -2_000_000_000, 2_000_000_000)}`,
    `CREATED:${utc(sent.at)}`,
    `DESCRIPTION:${escapeText(sent.body)}`,
    `LAST-MODIFIED:${utc(sent.at)}`,
    `LOCATION:${escapeText(event.location)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escapeText(titleIn(sent.subject))}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ]
}

/** Google puts the title between what it is and when. */
function titleIn(subject: string): string {
  return subject.replace(/^(?:Invitation|Updated invitation|Canceled event): /, '').replace(/ @ .*$/, '')
}

function apple(sent: Sent, chance: Chance): string {
  const boundary = `Apple-Mail=_${drawn(chance, 8, '0123456789ABCDEF')}-${drawn(chance, 12, '0123456789ABCDEF')}`
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">${paragraphs(sent.body, '')}</body></html>`
  const words = [
    part('text/plain; charset=utf-8', sent.body, 'quoted-printable'),
    part('text/html; charset=utf-8', html, 'quoted-printable'),
  ]
  return message(
    [
      mailbox('From', sent.from),
      mailbox('To', sent.to),
      `Message-ID: <${drawn(chance, 8, '0123456789ABCDEF')}-${drawn(chance, 12, '0123456789ABCDEF')}@${domainOf(sent.from)}>`,
      textHeader('Subject', sent.subject),
      dateHeader(sent.at),
      'X-Mailer: Apple Mail (2.3826.200.121)',
      'MIME-Version: 1.0',
    ],
    parts('alternative', boundary, [...words, ...calendarPart(sent.event, appleCalendar(sent), '7bit')]),
  )
}

function appleCalendar({ event, ...sent }: Sent): readonly string[] {
  if (!event) return []
  return [
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    'PRODID:-//Apple Inc.//macOS 15.1//EN',
    'VERSION:2.0',
    ...zoneLines(event.zone),
    'BEGIN:VEVENT',
    `ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;ROLE=CHAIR${commonName(sent.from)}:mailto:${sent.from.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${commonName(sent.to)}:mailto:${sent.to.address}`,
    `CREATED:${utc(sent.at)}`,
    ...(sent.body ? [`DESCRIPTION:${escapeText(sent.body)}`] : []),
    ...times(event, event.zone),
    `DTSTAMP:${utc(sent.at)}`,
    `LAST-MODIFIED:${utc(sent.at)}`,
    ...(event.location ? [`LOCATION:${escapeText(event.location)}`] : []),
    `ORGANIZER${commonName(sent.from)}:mailto:${sent.from.address}`,
    ...(event.rule ? [ruleLine(event.rule)] : []),
    ...instanceLine(event, event.zone),
    `SEQUENCE:${event.sequence}`,
    ...(event.method === 'CANCEL' ? ['STATUS:CANCELLED'] : []),
    `SUMMARY:${escapeText(sent.subject)}`,
    'TRANSP:OPAQUE',
    `UID:${event.uid}`,
    ...alarm(event, 'Reminder'),
    'END:VEVENT',
  ]
}

/** A tool of the organisation or of a supplier: travel, expenses, booking pages, surveys. */
function tool(sent: Sent, chance: Chance): string {
  const boundary = `===============${whole(chance, 1_000_000_000, 9_999_999_999)}==`
  const html = `<!doctype html><html><head><title>${sent.subject}</title></head><body>${'<div style="margin:0 auto;max-width:600px;font-family:sans-serif"></div>\r\n'.repeat(whole(chance, 8, 40))}${paragraphs(sent.body, '')}</body></html>`
  const alternative = parts('alternative', boundary, [
    part('text/plain; charset=utf-8', sent.body),
    part('text/html; charset=utf-8', html),
    ...calendarPart(sent.event, toolCalendar(sent)),
  ])
  return message(
    [
      mailbox('From', sent.from),
      mailbox('To', sent.to),
      textHeader('Subject', sent.subject),
      dateHeader(sent.at),
      `Message-ID: <${drawn(chance, 32)}@${domainOf(sent.from)}>`,
      ...(chance.of(0.6) ? ['Auto-Submitted: auto-generated'] : []),
      ...(chance.of(0.4)
        ? [`List-Unsubscribe: <https://${domainOf(sent.from)}/u/${drawn(chance, 12)}>`]
        : []),
      ...(chance.of(0.5) ? [addressHeader('Reply-To', sent.from.address)] : []),
      'MIME-Version: 1.0',
    ],
    sent.event && chance.of(0.6)
      ? parts('mixed', boundary.replace('==', '=1'), [alternative, ...invitation(toolCalendar(sent))])
      : alternative,
  )
}

function toolCalendar({ event, ...sent }: Sent): readonly string[] {
  if (!event) return []
  return [
    'VERSION:2.0',
    'PRODID:-//Bookings//iCal4j 3.2//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${event.method}`,
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(sent.at)}`,
    ...times(event, null),
    `SUMMARY:${escapeText(sent.subject)}`,
    `DESCRIPTION:${escapeText(sent.body)}`,
    `LOCATION:${escapeText(event.location)}`,
    `ORGANIZER${commonName(sent.from)}:mailto:${sent.from.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE${commonName(sent.to)}:mailto:${sent.to.address}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    ...alarm(event, 'Reminder'),
    'END:VEVENT',
  ]
}

type Part = { readonly type: string; readonly encoding: string | null; readonly text: string }

function message(headers: readonly string[], { type, text }: Part): string {
  return `${[...headers, `Content-Type: ${type}`].join('\r\n')}\r\n\r\n${text}\r\n`
}

function part(type: string, text: string, encoding = 'base64'): Part {
  const lines = text.replaceAll(/\r?\n/g, '\r\n')
  const octets = Buffer.from(lines, 'utf8').toString('base64').replaceAll(/.{76}/g, '$&\r\n')
  return { type, encoding, text: encoding === 'base64' ? octets : lines }
}

function parts(kind: 'alternative' | 'mixed', boundary: string, inside: readonly Part[]): Part {
  const body = inside.map(
    ({ type, encoding, text }) =>
      `--${boundary}\r\nContent-Type: ${type}\r\n${encoding ? `Content-Transfer-Encoding: ${encoding}\r\n` : ''}\r\n${text}\r\n`,
  )
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    encoding: null,
    text: `${body.join('')}--${boundary}--`,
  }
}

function calendarPart(
  event: SentEvent | null,
  lines: readonly string[],
  encoding = 'base64',
): readonly Part[] {
  if (!event) return []
  return [part(`text/calendar; charset="utf-8"; method=${event.method}`, calendar(lines), encoding)]
}

function invitation(lines: readonly string[]): readonly Part[] {
  return [part('application/ics; name="invite.ics"', calendar(lines))]
}

function calendar(lines: readonly string[]): string {
  return formatLines(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'])
}

function paragraphs(body: string, attributes: string): string {
  return body
    .split('\n')
    .map((line) => `<p ${attributes}>${line}</p>`)
    .join('\r\n')
}

/** The names of zones are not read back: the reader knows the owner's. */
function times({ start, length, zone }: SentEvent, tzid: string | null): readonly string[] {
  if (tzid !== null)
    return [
      `DTSTART;TZID=${tzid}:${wallText(start)}`,
      `DTEND;TZID=${tzid}:${wallText({ ...start, minutes: start.minutes + length })}`,
    ]
  const wall = Date.parse(start.day) + start.minutes * 60_000
  const from = instant(wall - offsetAt(zone, instant(wall - HOUR)))
  return [`DTSTART:${utc(from)}`, `DTEND:${utc(instant(from + length * 60_000))}`]
}

function instanceLine({ instanceOf }: SentEvent, tzid: string): readonly string[] {
  return instanceOf ? [`RECURRENCE-ID;TZID=${tzid}:${wallText(instanceOf)}`] : []
}

function wallText({ day, minutes }: Wall): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.replaceAll('-', '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`
}

function ruleLine({ weeks, count }: { readonly weeks: number; readonly count: number }): string {
  return `RRULE:FREQ=WEEKLY;COUNT=${count};INTERVAL=${weeks}`
}

function zoneLines(name: string): readonly string[] {
  const half = (kind: string, month: number, from: string, to: string) => [
    `BEGIN:${kind}`,
    'DTSTART:16010101T020000',
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=${month}`,
    `END:${kind}`,
  ]
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...half('STANDARD', 10, '+0200', '+0100'),
    ...half('DAYLIGHT', 3, '+0100', '+0200'),
    'END:VTIMEZONE',
  ]
}

function alarm({ hasAlarm }: SentEvent, words: string): readonly string[] {
  if (!hasAlarm) return []
  return [
    'BEGIN:VALARM',
    `DESCRIPTION:${words}`,
    'TRIGGER;RELATED=START:-PT15M',
    'ACTION:DISPLAY',
    'END:VALARM',
  ]
}

function domainOf({ address }: Mailbox): string {
  return address.split('@')[1] ?? ''
}
