import { describe, expect, test } from 'vitest'

import { type MailReading, readMail } from '../../../worker/delivery/in/read-mail.ts'

const RECEIVER = 'mx.receiver.example'

describe('who is away until when', () => {
  test.each([
    ['I am travelling until 20 January 2027.', '2027-01-20'],
    ['Back on Monday, January 4th, 2027', '2027-01-04'],
    ['I will return on 2026-12-01 at noon', '2026-12-01'],
    ['Until the 3rd of December', '2026-12-03'],
    ['Until 5 January I cannot read mail', '2027-01-05'],
    ['Je suis absent du 3 au 9 novembre inclus', '2026-11-09'],
    ['absent jusqu’au 1er décembre', '2026-12-01'],
    ['de retour le 24/12/2026', '2026-12-24'],
    ['Ich bin bis 15. Dezember 2026 nicht im Haus', '2026-12-15'],
    ['Bis einschließlich 24.12.2026', '2026-12-24'],
    ['Back on 12/01/2027', null],
    ['Until 31 November 2026', null],
    ['I cannot come', null],
    ['Written on 3 November 2026', null],
  ])('%s', async (text, day) => {
    expect(await read({ 'Auto-Submitted': 'auto-replied' }, text)).toMatchObject({
      class: 'auto-reply',
      awayUntil: day,
      comment: null,
    })
  })
})

describe('a machine is known', () => {
  test.each([
    ['Auto-Submitted', 'auto-generated'],
    ['X-Autoreply', 'yes'],
    ['Precedence', 'auto_reply'],
    ['Return-Path', '<>'],
    ['X-Autorespond', 'Re: 30 min'],
    ['X-Apple-Action', 'VACATION'],
  ])('by %s: %s', async (name, value) => {
    expect((await read({ [name]: value }, 'Away')).class).toBe('auto-reply')
  })

  test.each([
    ['Auto-Submitted', 'no'],
    ['Auto-Submitted', 'auto-forwarded'],
    ['Auto-Submitted', ''],
    ['Precedence', 'bulk'],
    ['X-Auto-Response-Suppress', 'All'],
    ['X-MS-Exchange-Inbox-Rules-Loop', 'paul@northwind.example'],
    ['X-MS-Exchange-Generated-Message-Source', 'Mailbox Rules Agent'],
    ['X-Autoreply', 'no'],
    ['X-Autoreply', 'None'],
    ['X-Autorespond', ''],
    ['X-Vacation', 'false'],
    ['X-Apple-Action', 'MARK_AS_READ'],
  ])('but not by %s: %s', async (name, value) => {
    expect((await read({ [name]: value }, 'Hello')).class).toBe('none')
  })
})

test('a subject alone is no proof: a person may write it too', async () => {
  for (const [subject, automation] of [
    ['Automatic reply: 30 min', 'likely'],
    ['Out of office: could we move it?', 'likely'],
    ['Re: Automatic reply: 30 min', null],
  ] as const)
    expect(await readMail(`Subject: ${subject}\r\n\r\nThursday?`)).toMatchObject({ automation })
  expect(await read({ 'Auto-Submitted': 'auto-replied' }, 'Away')).toMatchObject({ automation: 'certain' })
})

describe('a sender is who he says', () => {
  test.each([
    ['pass', `${RECEIVER}; spf=fail; dmarc=pass header.from=northwind.example`],
    ['pass', `MX.Receiver.Example 1; dkim=none; DMARC = Pass`],
    ['fail', `${RECEIVER}; dmarc=fail (dmarc=pass)`],
    ['none', `${RECEIVER}; dmarc=bestguesspass`],
    ['none', `${RECEIVER}; dmarc=pass; dmarc=fail`],
    ['none', `${RECEIVER}; spf=pass`],
    ['none', 'mx.evil.example; dmarc=pass'],
    ['none', `(${RECEIVER}) mx.evil.example; dmarc=pass`],
  ])('%s, where the receiver wrote “%s”', async (result, value) => {
    expect((await read({ 'Authentication-Results': value }, '')).authentication).toBe(result)
  })

  test('only where a receiver is configured', async () => {
    const raw = mail({ 'Authentication-Results': `${RECEIVER}; dmarc=pass` }, '')

    expect((await readMail(raw)).authentication).toBe('none')
  })

  test('and not where two authors are named', async () => {
    const headers = { 'Authentication-Results': `${RECEIVER}; dmarc=pass` }
    const raw = `From: paul@northwind.example\r\n${mail(headers, '')}`

    expect(await readMail(raw, { authority: RECEIVER })).toMatchObject({ authentication: 'none', from: null })
  })

  test.each([
    'a@x.example, b@x.example',
    'A: a@x.example, b@x.example;',
    '"Paul" <paul@northwind.example>, eve@x.example',
  ])('and not where one From names two: %s', async (from) => {
    const raw = `From: ${from}\r\n\r\nNo.`

    expect((await readMail(raw)).from).toBeNull()
  })

  test('a comma in a name is no second author', async () => {
    for (const from of ['Bernard, Paul <Paul@northwind.example>', '"Bernard, Paul" <paul@northwind.example>'])
      expect((await readMail(`From: ${from}\r\n\r\nNo.`)).from).toBe('paul@northwind.example')
  })

  test('by the receiver’s first word and not by a later one', async () => {
    const raw = `Authentication-Results: ${RECEIVER}; dmarc=fail\r\n${mail({ 'Authentication-Results': `${RECEIVER}; dmarc=pass` }, '')}`

    expect((await readMail(raw, { authority: RECEIVER })).authentication).toBe('fail')
  })
})

describe('a bounce', () => {
  test('tells whom it could not reach, why, and which mail of ours it was', async () => {
    const report = [
      'Reporting-MTA: dns; mail.northwind.example',
      '',
      'Final-Recipient: rfc822; Paul@northwind.example',
      'Action: FAILED',
      'Status: 5.2.2 (mailbox full)',
      'Diagnostic-Code: smtp; 552 5.2.2',
      ' Mailbox full',
    ]
    const { bounce } = await readMail(reported(report, 'Message-ID: <let_1@sotto.example>'))

    expect(bounce).toEqual({
      recipient: 'paul@northwind.example',
      named: [],
      status: '5.2.2',
      diagnostic: '552 5.2.2 Mailbox full',
      kind: 'permanent',
      action: 'failed',
      about: '<let_1@sotto.example>',
    })
  })

  test('given up after days of trying says nothing against the address', async () => {
    const report = [
      'Reporting-MTA: dns; x',
      '',
      'Final-Recipient: rfc822; a@b.example',
      'Action: failed',
      'Status: 4.4.7',
    ]

    expect((await readMail(reported(report, ''))).bounce).toMatchObject({
      kind: 'transient',
      action: 'failed',
      diagnostic: null,
      about: null,
    })
  })

  test('is no answer, though our own request comes back in it', async () => {
    const report = [
      'Reporting-MTA: dns; x',
      '',
      'Final-Recipient: rfc822; a@b.example',
      'Action: failed',
      'Status: 5.1.1',
    ]
    const request =
      'Content-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:x\r\n'

    expect(await readMail(reported(report, request))).toMatchObject({
      class: 'bounce',
      uid: null,
      method: null,
    })
  })

  test('is not every mail of a postmaster', async () => {
    expect((await readMail('From: postmaster@northwind.example\r\n\r\nPlease call me.')).class).toBe('none')
  })
})

function read(headers: Readonly<Record<string, string>>, text: string): Promise<MailReading> {
  return readMail(mail(headers, text), { authority: RECEIVER })
}

function mail(headers: Readonly<Record<string, string>>, text: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const common = [
    'Received: from a by mx.receiver.example; Mon, 2 Nov 2026 09:15:33 +0000',
    ...lines,
    'From: Paul <paul@northwind.example>',
    'Date: Mon, 2 Nov 2026 10:15:30 +0100',
    'Content-Type: text/plain; charset=utf-8',
  ]
  return `${common.join('\r\n')}\r\n\r\n${text}\r\n`
}

function reported(report: readonly string[], returned: string): string {
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=r'
  const parts = [
    `Content-Type: message/delivery-status\r\n\r\n${report.join('\r\n')}`,
    `Content-Type: message/rfc822\r\n\r\n${returned}`,
  ]
  return `From: MAILER-DAEMON@x.example\r\n${type}\r\n\r\n${parts.map((part) => `--r\r\n${part}\r\n\r\n`).join('')}--r--\r\n`
}
