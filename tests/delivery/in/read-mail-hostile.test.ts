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
