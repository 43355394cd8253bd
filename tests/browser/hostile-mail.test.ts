import { afterAll, expect, test } from 'vitest'

import { startServer } from '../support/server.ts'

const server = await startServer({ env: { TEST_NOW: '2027-03-15T08:00:00Z' } })
afterAll(() => server.stop())

const SIZE = 128 * 1024
const MAIL = 'From: a@people.example\r\nMessage-ID: <x@people.example>\r\n'
const EVENT =
  'Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n'

const HOSTILE: readonly (readonly [string, string])[] = [
  ['a line of twenty-four megabytes', `${MAIL}\r\n${'x'.repeat(24 * 1024 * 1024)}`],
  ['calendars for four megabytes', `${MAIL}${EVENT}${'ATTENDEE:mailto:a@b.example\r\n'.repeat(150_000)}`],
  ['attendees', `${MAIL}${EVENT}${'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n'.repeat(2400)}`],
  ['parts', `${MAIL}Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n\r\n'.repeat(2900)}`],
  ['angle brackets', `${MAIL}Content-Type: text/html\r\n\r\n${'<'.repeat(SIZE)}`],
  ['encoded words', `${MAIL}Subject: ${'=?utf-8?Q?=41?= '.repeat(7000)}\r\n\r\nx`],
  ['dates in words', `${MAIL}\r\n${'next Thursday at 3 pm or '.repeat(5000)}`],
]

test(
  'while hostile mail is read a page is answered, and each is done within three seconds',
  { timeout: 120_000 },
  async () => {
    const [invite] = (await server.mail()).filter(({ raw }) => raw.includes('text/calendar'))
    const to = /[\w.-]+@reply\.[\w.]+/.exec(invite?.raw ?? '')?.[0] ?? invite?.from ?? ''
    const slow: string[] = []
    for (const [name, raw] of HOSTILE) {
      const began = performance.now()
      const [status, beside] = await Promise.all([
        server
          .receive({ from: 'a@people.example', to, raw: `To: ${to}\r\n${raw}` })
          .then((each) => [each, performance.now() - began] as const),
        fetch(`${server.origin}/sign-in`).then(
          async (each) => [each.status, (await each.text(), performance.now() - began)] as const,
        ),
      ])
      if (status[0] >= 500 || beside[0] !== 200) slow.push(`${name}: ${status[0]}, beside it ${beside[0]}`)
      if (Math.max(status[1], beside[1]) > 3000)
        slow.push(`${name}: ${Math.round(status[1])} ms, beside it ${Math.round(beside[1])} ms`)
    }
    expect(slow).toEqual([])
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
  },
)
