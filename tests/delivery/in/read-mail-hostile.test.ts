import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { type MailReading, readMail } from '../../../worker/delivery/in/read-mail.ts'
import { processorTime } from '../../support/processor-time.ts'

const FOLDER = new URL('../../fixtures/mail/', import.meta.url)
const fixtures = readdirSync(FOLDER)
  .toSorted()
  .map((file) => readFileSync(new URL(file, FOLDER)).toString('latin1').replaceAll('\n', '\r\n'))
const SIZE = 128 * 1024

const CLASSES = [
  'reply',
  'counter',
  'refresh',
  'request',
  'cancel',
  'declinecounter',
  'bounce',
  'auto-reply',
  'unattributed',
  'malformed',
  'none',
]

/** Damage to a mail: a piece is lost, doubled, moved, overwritten or cut off. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 400 }),
  kind: fc.constantFrom('lost', 'doubled', 'overwritten', 'cut', 'mixed'),
  by: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\r\n',
      '\r\n\r\n',
      ':',
      ';',
      '"',
      '=\r\n',
      '\0',
      'BEGIN:VEVENT\r\n',
      'END:VCALENDAR\r\n',
      'TZID=',
      '(',
      '=',
    ),
  ),
})

describe('mail of any kind', () => {
  test('gives a reading and never an exception, whatever happened to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        async (raw, list) => {
          expect(await timed(list.reduce(mutated, raw))).toSatisfy(isReading)
        },
      ),
      { numRuns: 600 },
    )
  })

  test('may be no mail at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (octets) => {
        expect(await readMail(octets)).toSatisfy(isReading)
      }),
      { numRuns: 300 },
    )
    expect(await readMail('')).toMatchObject({ class: 'none', text: '' })
  })

  test('of more than 128 kB is read as far as its words, and says that some are missing', async () => {
    const mail = `Subject: x\r\n\r\nI cannot come.\r\n${'x'.repeat(SIZE)}`

    expect(await readMail(mail)).toMatchObject({ class: 'none', problems: ['too-large'], subject: 'x' })
    expect((await readMail(mail)).text).toMatch(/^I cannot come\.\nx+$/)
    expect(await readMail(mail.slice(0, SIZE))).toMatchObject({ class: 'none', problems: [] })
    const long = `Subject: x\r\n\r\nNo.\r\n${'a\r\n'.repeat(6001)}`
    expect(await readMail(long)).toMatchObject({ class: 'none', problems: ['too-large'], subject: 'x' })
    expect(await readMail('BEGIN:VCALENDAR\r\n'.repeat(9000))).toMatchObject({
      class: 'malformed',
      problems: ['too-large'],
    })
  })

  test('leaves at most 20 kB of its words, whole characters without controls', async () => {
    const { text } = await readMail(
      `Content-Type: text/plain; charset=utf-8\r\n\r\n\u0007${'é\u0000'.repeat(20_000)}`,
    )

    expect(text).toBe('é'.repeat(10_000))
  })
})

describe('hostile mail is done within three seconds', () => {
  const calendar = (body: string) =>
    `Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${body}`

  test.each([
    ['angle brackets', `Content-Type: text/html\r\n\r\n${'<'.repeat(SIZE)}`],
    ['unclosed styles', `Content-Type: text/html\r\n\r\n${'<style>'.repeat(SIZE / 7)}`],
    ['entities', `Content-Type: text/html\r\n\r\n${'&#x'.repeat(SIZE / 3)}`],
    [
      'parts in parts',
      Array.from(
        { length: 1400 },
        (_, at) => `Content-Type: multipart/mixed; boundary=${at}\r\n\r\n--${at}\r\n`,
      ).join(''),
    ],
    ['messages in messages', 'Content-Type: message/rfc822\r\n\r\n'.repeat(2900)],
    ['boundaries', `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n\r\n'.repeat(2950)}`],
    ['headers', 'A: b\r\n'.repeat(5900)],
    ['one long header', `From: ${'('.repeat(120_000)}`],
    ['addresses', `From: ${'a@b.example, '.repeat(9000)}`],
    ['encoded words', `Subject: ${'=?utf-8?Q?=41?= '.repeat(7000)}`],
    ['results', `Authentication-Results: ${'mx; dmarc=pass; '.repeat(7000)}`],
    ['blank lines', `Content-Type: message/delivery-status\r\n\r\n${'\r\n \t'.repeat(5900)}`],
    ['attendees', calendar('ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n'.repeat(2500))],
    ['one long attendee', calendar(`ATTENDEE;CN=${';CN="\\'.repeat(20_000)}`)],
    ['colons', calendar(`DTSTART${':20261103'.repeat(13_000)}`)],
    ['blanks', calendar(`ATTENDEE;CN=${' '.repeat(120_000)}x:mailto:a@b.example`)],
    ['folds', calendar(`ATTENDEE${'\r\n '.repeat(5900)}`)],
    ['nested events', calendar('BEGIN:VEVENT\r\n'.repeat(5900))],
    [
      'zones',
      calendar('').replace(
        'BEGIN:VEVENT',
        `BEGIN:VTIMEZONE\r\nTZID:Z\r\n${'BEGIN:STANDARD\r\nTZOFFSETTO:+0100\r\nDTSTART:16010101T000000\r\nRRULE:FREQ=DAILY\r\nEND:STANDARD\r\n'.repeat(1100)}END:VTIMEZONE\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Z:20261103T090000`,
      ),
    ],
    ['names in a thousand pieces', `Content-Type: text/plain; ${pieces('name')}\r\n\r\nx`],
    ['file names in pieces', `Content-Disposition: attachment; ${pieces('filename')}\r\n\r\nx`],
    ['pieces of one number', `Content-Type: text/plain; ${'name*0*=utf-8%27%27a; '.repeat(5000)}\r\n\r\nx`],
    ['a boundary in pieces', `Content-Type: multipart/mixed; ${pieces('boundary')}\r\n\r\n--x\r\n`],
    ['words in Base64', `Subject: ${'=?utf-8?B?QUFBQQ==?= '.repeat(6000)}`],
    ['words that end nowhere', `Subject: ${'=?utf-8?B?'.repeat(12_000)}`],
    ['words of unknown letters', `Subject: ${'=?x-no-such?Q?=ff?= '.repeat(6000)}`],
    ['recipients', `To: ${'a@b.example, '.repeat(9000)}`],
    ['groups in groups', `To: ${'g: '.repeat(40_000)}`],
    ['quotes in addresses', `From: ${'"\\'.repeat(40_000)}`],
    ['attachments', attachments(1400)],
    ['soft line breaks', `${QUOTED}${'=\r\n'.repeat(5900)}`],
    ['equals signs', `${QUOTED}${'='.repeat(SIZE)}`],
    ['Base64 without an end', `Content-Transfer-Encoding: base64\r\n\r\n${'QUFB'.repeat(30_000)}`],
    ['Base64 of anything', `Content-Transfer-Encoding: base64\r\n\r\n${'=\0-_ '.repeat(25_000)}`],
    ['nothing but NULs', '\0'.repeat(SIZE)],
    [
      'octets of no charset',
      `Content-Type: text/plain; charset=x-no-such\r\n\r\n${'\xff\xfe'.repeat(60_000)}`,
    ],
    ['UTF-7', `Content-Type: text/plain; charset=utf-7\r\n\r\n${'+ADw-'.repeat(25_000)}`],
    [
      'a packed calendar',
      `Content-Type: text/calendar; name=a.ics.gz\r\n\r\n\x1f\x8b\b\0${'\0'.repeat(120_000)}`,
    ],
    ['events', calendar('END:VEVENT\r\nBEGIN:VEVENT\r\nUID:u\r\n'.repeat(1900))],
    ['parameters', calendar(`ATTENDEE${';X-A=b'.repeat(20_000)}:mailto:a@b.example`)],
    ['a rule each second', calendar(rule('FREQ=SECONDLY'))],
    ['a rule of many', calendar(rule('FREQ=DAILY;COUNT=999999999;BYSECOND=0,1,2,3;BYMINUTE=0,1,2'))],
    ['rules', calendar(`${rule('FREQ=YEARLY;BYDAY=MO,TU;BYSETPOS=-366')}\r\n`.repeat(1000))],
    ['days to leave out', calendar(`DTSTART:20261103T090000Z\r\nEXDATE:${'20261103T090000Z,'.repeat(7000)}`)],
    ['lengths', calendar(`DTSTART:20261103T090000Z\r\nDURATION:P${'9'.repeat(100_000)}D`)],
    ['the year nought', calendar('DTSTART:00000101T000000Z\r\nDTEND:99991231T235960Z')],
    ['a year below nought', calendar('DTSTART:-0010101T000000Z\r\nDTEND:+99999991231T000000Z')],
    [
      'a zone called __proto__',
      calendar('DTSTART;TZID=__proto__:20261103T090000\r\nDTEND;TZID=constructor:20261103T093000'),
    ],
    ['a zone without an end', calendar(`DTSTART;TZID=${'Europe/'.repeat(18_000)}:20261103T090000`)],
    ['zones by name', calendar('DTSTART;TZID=No/Such:20261103T090000\r\n'.repeat(2500))],
    ['a property called __proto__', calendar('__proto__:x\r\nconstructor;prototype=a:y\r\n'.repeat(2000))],
    ['answers in HTML', `Content-Type: text/html\r\n\r\n${'<div><blockquote>'.repeat(7000)}I cannot come`],
    ['entities without an end', `Content-Type: text/html\r\n\r\n${'&'.repeat(SIZE)}`],
    ['quoted lines', `X: y\r\n\r\n${'> '.repeat(60_000)}`],
    ['blanks at the end of lines', `X: y\r\n\r\na${' '.repeat(120_000)}b`],
    ['dates in words', `X: y\r\n\r\n${'next Thursday at 3 pm or '.repeat(5000)}`],
    ['numbers in words', `X: y\r\n\r\n${'1/2/3 4:5:6 '.repeat(10_000)}`],
    [
      'reports',
      `Content-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822;a@b.example\r\nStatus: 5.1.1\r\n\r\n'.repeat(1900)}`,
    ],
    ['away for ever', `Auto-Submitted: auto-replied\r\n\r\n${'until 99 99 '.repeat(10_000)}`],
  ])('of %s', async (_, raw) => {
    expect(await timed(raw.slice(0, SIZE))).toSatisfy(isReading)
  })
})

describe('a mail of many megabytes is done within three seconds', () => {
  const HUGE = 4 * 1024 * 1024
  const boundary = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n'
  const filled = (piece: string) => piece.repeat(Math.ceil(HUGE / piece.length))

  test.each([
    ['line feeds', filled('\n')],
    ['dashes', boundary + filled('--\r\n')],
    ['parts', boundary + filled('--a\r\n\r\n')],
    ['ended parts', boundary + filled('--a--\r\n')],
    ['parts of parts', filled(`${boundary}--a\r\n`)],
    [
      'boundaries',
      Array.from(
        { length: 60_000 },
        (_, at) => `Content-Type: multipart/mixed; boundary=${at}\r\n\r\n--${at}\r\n`,
      ).join(''),
    ],
    ['messages', filled('Content-Type: message/rfc822\r\n\r\n')],
    ['headers', filled('A: b\r\n')],
    ['one header', `Subject: ${filled('x')}`],
    ['one line', `Subject: x\r\n\r\n${filled('x')}`],
    [
      'calendars',
      boundary +
        filled(
          '--a\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
        ),
    ],
    ['angle brackets', `Content-Type: text/html\r\n\r\n${filled('<style>')}`],
    ['a bare calendar', `BEGIN:VCALENDAR\r\n${filled('ATTENDEE:mailto:a@b.example\r\n')}`],
  ])('of %s', async (_, raw) => {
    expect(await timed(raw)).toSatisfy(isReading)
  })
})

describe('a mail over the limits', () => {
  const picture = `--a\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'iVBORw0K'.repeat(9)}\r\n`
  const pictures = picture.slice(0, -2) + `\r\n${'iVBORw0K'.repeat(9)}`.repeat(2500)
  const words = '--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nÀ jeudi ?\r\n'
  const calendar = (type: string) =>
    `--a\r\nContent-Type: ${type}\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:u\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:p@x.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
  const mail = (...parts: readonly string[]) =>
    Buffer.from(
      `Subject: x\r\nContent-Type: multipart/related; boundary="a"\r\n\r\n${parts.join('\r\n')}\r\n--a--\r\n`,
    )

  test.each([
    ['before', [words, calendar('text/calendar'), pictures]],
    ['after', [words, pictures, calendar('text/calendar')]],
    ['between', [pictures, words, pictures, calendar('application/octet-stream; name="invite.ics"')]],
    ['undeclared, after', [pictures, words, calendar('application/octet-stream')]],
  ])('keeps its words and its calendar, which stands %s its pictures', async (_, parts) => {
    expect(mail(...parts).length).toBeGreaterThan(SIZE)
    expect(await readMail(mail(...parts))).toMatchObject({
      class: 'reply',
      partstat: 'ACCEPTED',
      text: 'À jeudi ?',
      problems: [],
    })
  })

  test('that is given in part says so, and half a calendar is no answer', async () => {
    const whole = mail(words, pictures, calendar('text/calendar'))
    const part = await readMail(whole.subarray(0, -40), { authority: null, isWhole: false })
    expect(part).toMatchObject({ class: 'malformed', text: 'À jeudi ?' })
    expect(part.problems).toContain('too-large')
  })
})

const QUOTED = 'Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'

/** A parameter that goes on and on (RFC 2231 §3). */
function pieces(name: string): string {
  return Array.from({ length: 5000 }, (_, at) => `${name}*${at}*=%41%42;`).join(' ')
}

function attachments(count: number): string {
  const one = '--a\r\nContent-Type: application/octet-stream; name=a.ics\r\n\r\nBEGIN:VCALENDAR\r\n'
  return `Content-Type: multipart/mixed; boundary=a\r\n\r\n${one.repeat(count)}--a--\r\n`
}

function rule(text: string): string {
  return `UID:u\r\nDTSTART:20261103T090000Z\r\nRRULE:${text}`
}

async function timed(raw: string): Promise<MailReading> {
  const spent = processorTime()
  const reading = await readMail(Buffer.from(raw, 'latin1'), { authority: 'mx.receiver.example' })

  expect(spent()).toBeLessThan(3000)
  return reading
}

function isReading({ class: kind, who, uid, proposed }: MailReading): boolean {
  return (
    CLASSES.includes(kind) &&
    (who === null || /^\S+@\S+$/.test(who)) &&
    (proposed === null || Number.isFinite(proposed.start)) &&
    (kind !== 'reply' || (uid !== null && who !== null))
  )
}

function mutated(
  raw: string,
  { at, length, kind, by }: { at: number; length: number; kind: string; by: string },
): string {
  const from = Math.floor(at * raw.length)
  const [before, piece, after] = [
    raw.slice(0, from),
    raw.slice(from, from + length),
    raw.slice(from + length),
  ]
  if (kind === 'lost') return before + after
  if (kind === 'doubled') return before + piece + piece + after
  if (kind === 'cut') return before
  return kind === 'mixed' ? after + by + before : before + by + after
}
