import type { Mailbox } from '../../worker/compose/mailbox.ts'
import { type ContentLine, parameter, readLines, unescapeText } from '../../worker/domain/itip/lines.ts'
import { addDays } from '../../worker/domain/time/days.ts'
import { after, DAY, type Instant, instant, MINUTE, type Zone } from '../../worker/domain/time/time.ts'
import { toInstant, toWall } from '../../worker/domain/time/zones.ts'
import type { Box, SeenEvent, SeenMail } from './seen.ts'

/** A mail as it was sent. Of one that the owner sent himself only the event is kept. */
export type RawMail = {
  readonly at: Instant
  readonly raw: string
  readonly isSent?: true
  readonly isOurs: boolean
}

/** The same reading for every mail, whoever wrote it: what the calendar then shows, and what the mailbox holds. */
export function readBox(
  { id, owner, isParticipant }: Pick<Box, 'id' | 'owner' | 'isParticipant'>,
  mails: readonly RawMail[],
): Box {
  const inOrder = mails.toSorted((one, other) => one.at - other.at)
  const events = new Map<string, SeenEvent>()
  for (const mail of inOrder) applyCalendar(mail, owner.zone, events)
  return {
    id,
    owner,
    isParticipant,
    events: [...events.values()].toSorted((one, other) => one.start - other.start),
    mails: inOrder.filter(({ isSent }) => !isSent).map(seenMail),
  }
}

function seenMail({ at, raw, isOurs }: RawMail): SeenMail {
  const headers = headersOf(raw)
  const calendar = calendarIn(raw)
  const lines = calendar === null ? [] : readLines(calendar)
  return {
    at,
    from: mailboxOf(headers.get('from') ?? ''),
    replyTo: headers.get('reply-to') ?? null,
    messageId: headers.get('message-id') ?? '',
    subject: decoded(headers.get('subject') ?? ''),
    octets: raw.length,
    headers: [...headers.keys()],
    types: matches(raw, /^content-type: *([\w/-]+)/gim),
    encodings: matches(raw, /^content-transfer-encoding: *([\w-]+)/gim),
    boundaries: matches(raw, /boundary="?([^"\r\n;]+)/gi),
    method: lines.find(({ name }) => name === 'METHOD')?.value ?? null,
    prodid: lines.find(({ name }) => name === 'PRODID')?.value ?? null,
    properties: [...new Set(lines.map(({ name, value }) => (name === 'BEGIN' ? `${name}:${value}` : name)))],
    isOurs,
  }
}

/** Unfolded, by their names in lower case. */
function headersOf(raw: string): ReadonlyMap<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  return new Map(
    head.split('\r\n').map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    }),
  )
}

function mailboxOf(header: string): Mailbox {
  const [, name = '', address = header] = /^(.*?)\s*<([^<>]*)>$/.exec(header) ?? []
  return { name: decoded(name).replaceAll('"', ''), address: address.toLowerCase() }
}

/** RFC 2047, base64 only: all writers here use it. */
function decoded(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, octets: string) =>
      Buffer.from(octets, 'base64').toString('utf8'),
    )
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, found = '']) => found.toLowerCase())
}

function calendarIn(raw: string): string | null {
  const at = raw.search(/^content-type: *text\/calendar/im)
  if (at < 0) return null
  const body = raw.indexOf('\r\n\r\n', at)
  const end = raw.indexOf('\r\n--', body)
  const text = raw.slice(body + 4, end < 0 ? undefined : end)
  const isBase64 = /transfer-encoding: *base64/i.test(raw.slice(at, body))
  return isBase64 ? Buffer.from(text, 'base64').toString('utf8') : `${text}\r\n`
}

/** RFC 5546 as far as one-to-ones need it: a request, a moved instance of a series, a cancellation. */
function applyCalendar({ raw, isOurs }: RawMail, zone: Zone, events: Map<string, SeenEvent>): void {
  const calendar = calendarIn(raw)
  if (calendar === null) return
  const all = readLines(calendar)
  const lines = eventIn(all)
  const uid = valueOf(lines, 'UID')
  const instance = lines.find(({ name }) => name === 'RECURRENCE-ID')
  const keys = instance ? [keyOf(uid, momentOf(instance, zone))] : keysOf(uid, events)
  switch (valueOf(all, 'METHOD')) {
    case 'REQUEST':
      return request(lines, { uid, keys, zone, isOurs, isInstance: instance !== undefined }, events)
    case 'CANCEL':
      for (const key of keys) events.delete(key)
  }
}

/** Neither the rules of a time zone nor what an alarm says. */
function eventIn(lines: readonly ContentLine[]): readonly ContentLine[] {
  const begins = (wanted: string) =>
    lines.findIndex(({ name, value }) => name === 'BEGIN' && value === wanted)
  const [event, alarm] = [begins('VEVENT'), begins('VALARM')]
  return lines.slice(event, alarm < 0 ? undefined : alarm)
}

type Target = {
  readonly uid: string
  readonly keys: readonly string[]
  readonly zone: Zone
  readonly isOurs: boolean
  readonly isInstance: boolean
}

function request(
  lines: readonly ContentLine[],
  { uid, keys, zone, isOurs, isInstance }: Target,
  events: Map<string, SeenEvent>,
): void {
  const before = events.get(keys[0] ?? '')
  const event = { ...eventOf(lines, zone), uid, isOurs }
  const askedAt = before?.askedAt ?? event.changedAt
  if (isInstance) {
    const isRecurring = before?.isRecurring ?? true
    events.set(keys[0] ?? '', { ...event, askedAt, isRecurring, isException: true })
    return
  }
  for (const key of keys) events.delete(key)
  const starts = startsOf(lines, event.start, zone)
  const length = event.end - event.start
  for (const start of starts)
    events.set(keyOf(uid, start), {
      ...event,
      start,
      end: after(start, length),
      askedAt,
      isRecurring: starts.length > 1,
      isException: false,
    })
}

function eventOf(
  lines: readonly ContentLine[],
  zone: Zone,
): Omit<SeenEvent, 'uid' | 'askedAt' | 'isRecurring' | 'isException' | 'isOurs'> {
  const find = (name: string) => lines.find((line) => line.name === name)
  const organizer = find('ORGANIZER')
  return {
    start: momentOf(find('DTSTART'), zone),
    end: momentOf(find('DTEND'), zone),
    title: unescapeText(valueOf(lines, 'SUMMARY')),
    organizer: {
      name: (organizer && parameter(organizer, 'CN')) ?? '',
      address: (organizer?.value ?? '').replace(/^mailto:/i, '').toLowerCase(),
    },
    body: unescapeText(valueOf(lines, 'DESCRIPTION')),
    location: unescapeText(valueOf(lines, 'LOCATION')),
    revisions: Number(valueOf(lines, 'SEQUENCE') || 0),
    changedAt: momentOf(find('DTSTAMP'), zone),
    categories: lines.filter(({ name }) => name === 'CATEGORIES').length,
    attendees: lines.filter(({ name }) => name === 'ATTENDEE').length,
  }
}

function startsOf(lines: readonly ContentLine[], first: Instant, zone: Zone): readonly Instant[] {
  const rule = lines.find(({ name }) => name === 'RRULE')?.value ?? ''
  const [, count = '1'] = /COUNT=(\d+)/.exec(rule) ?? []
  const [, interval = '1'] = /INTERVAL=(\d+)/.exec(rule) ?? []
  const { day, minutes } = toWall(zone, first)
  return Array.from({ length: Number(count) }, (_, index) =>
    toInstant(zone, addDays(day, index * 7 * Number(interval)), minutes),
  )
}

function momentOf(line: ContentLine | undefined, zone: Zone): Instant {
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = '', utc = ''] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(line?.value ?? '') ?? []
  if (year === '') return instant(0)
  const wall = Number(hours) * 60 + Number(minutes)
  const date = `${year}-${month}-${day}`
  const shift = Number(seconds) * 1000
  if (utc === '') return after(toInstant(zone, date, wall), shift)
  return instant(Math.floor(Date.parse(date) / DAY) * DAY + wall * MINUTE + shift)
}

function valueOf(lines: readonly ContentLine[], name: string): string {
  return lines.find((line) => line.name === name)?.value ?? ''
}

function keyOf(uid: string, start: Instant): string {
  return `${uid} ${start}`
}

function keysOf(uid: string, events: ReadonlyMap<string, SeenEvent>): readonly string[] {
  return [...events.keys()].filter((key) => key.startsWith(`${uid} `))
}
