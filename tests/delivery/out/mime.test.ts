import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

import { type MimeMail, writeMail } from '../../../worker/compose/mime.ts'
import { at } from '../../support/times.ts'

const ICS = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n'

describe('a mail', () => {
  test('without a calendar is its words, as text and as a page', async () => {
    const raw = writeMail(aMail({}))
    const mail = await PostalMime.parse(raw)

    expect(mail.from).toEqual({ name: 'Nadia H. via Northwind', address: 'nadia.k7@reply.example' })
    expect(mail.to).toEqual([{ name: 'Paul Bernard', address: 'bernard@northwind.example' }])
    expect(mail.replyTo).toEqual([{ name: '', address: 'nadia.k7@reply.example' }])
    expect(mail).toMatchObject({
      subject: 'Three times',
      date: '2027-03-01T12:00:05.000Z',
      messageId: '<let_1@sotto.example>',
      text: 'Bonjour,\r\nà bientôt',
      html: '<p>à bientôt</p>',
    })
    expect(typesOf(raw)).toEqual(['multipart/alternative', 'text/plain', 'text/html'])
  })

  test('with a calendar shows it as the last alternative and brings it as an attachment', async () => {
    const raw = writeMail(aMail({ calendar: { method: 'REQUEST', content: ICS } }))
    const { attachments } = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' })

    expect(typesOf(raw)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    expect(raw).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n')
    expect(attachments.map(({ filename, method }) => ({ filename, method }))).toEqual([
      { filename: null, method: 'REQUEST' },
      { filename: 'invite.ics', method: undefined },
    ])
    expect(attachments.map(({ content }) => content)).toEqual(Array(2).fill(ICS.replaceAll('\r\n', '\n')))
  })

  test('sent again is the same to the octet', () => {
    const mail = aMail({ calendar: { method: 'CANCEL', content: ICS } })

    expect(writeMail(mail)).toBe(writeMail({ ...mail }))
  })

  test('has lines of 76 characters at most, in ASCII, each ended by CRLF', () => {
    const raw = writeMail(
      aMail({
        subject: 'Trois créneaux pour votre prochaine séance, à confirmer avant jeudi si possible 🙏',
        from: {
          address: 'nadia.k7@reply.example',
          name: 'Nadia Hélène Żółć 田中太郎 via Northwind leadership',
        },
        text: 'long '.repeat(1000),
        headers: { References: '<a@sotto.example> '.repeat(12) },
      }),
    )

    expect(raw).toMatch(/^[\r\n\x20-\x7e]*$/)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
  })

  test.each([
    'Nadia "N" H., (Northwind)',
    'Zoë Ångström',
    '田中 太郎 via 北風リーダーシップ・プログラム（東京）',
    'محمد',
    '👩🏽‍💻 Ada',
    '=?utf-8?B?QQ==?=',
    'back\\slash',
    'a name of more than sixty characters, which nobody has but a committee of committees',
  ])('keeps the name and subject %j', async (words) => {
    const mail = await PostalMime.parse(
      writeMail(aMail({ subject: words, from: { address: 'nadia.k7@reply.example', name: words } })),
    )

    expect(mail.subject).toBe(words)
    expect(mail.from).toEqual({ name: words, address: 'nadia.k7@reply.example' })
  })

  test('says that it was made by a machine where it is told to', () => {
    expect(writeMail(aMail({ headers: { 'Auto-Submitted': 'auto-generated' } }))).toContain(
      '\r\nAuto-Submitted: auto-generated\r\n',
    )
  })

  test('takes no header from a name, a subject or a value, whatever is written there', async () => {
    const evil = fc.tuple(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\r\nBcc: eve@evil.example\r\n', '\n\n', '\r'),
    )
    await fc.assert(
      fc.asyncProperty(evil, async ([words, end]) => {
        const text = `${words}${end}${words}`
        const raw = writeMail(
          aMail({ subject: text, to: { address: 'a@b.example', name: text }, headers: { 'X-Note': text } }),
        )
        const { headers } = await PostalMime.parse(raw)

        expect(headers.map(({ key }) => key)).toEqual([
          'from',
          'to',
          'reply-to',
          'subject',
          'date',
          'message-id',
          'x-note',
          'mime-version',
          'content-type',
        ])
      }),
    )
  })

  test.each([
    { to: { address: 'a@b.example>\r\nBcc: <c@d.example', name: '' } },
    { replyTo: 'a@b.example, c@d.example' },
    { messageId: '<a@b>\r\nBcc: c@d.example' },
    { headers: { 'X-A: b\r\nBcc': 'c@d.example' } },
  ])('is not written at all where an address, id or header name would end its line: %j', (what) => {
    expect(() => writeMail(aMail(what))).toThrow(RangeError)
  })
})

function aMail(what: Partial<MimeMail>): MimeMail {
  return {
    from: { address: 'nadia.k7@reply.example', name: 'Nadia H. via Northwind' },
    to: { address: 'bernard@northwind.example', name: 'Paul Bernard' },
    replyTo: 'nadia.k7@reply.example',
    subject: 'Three times',
    date: at('2027-03-01T12:00:05Z'),
    messageId: '<let_1@sotto.example>',
    text: 'Bonjour,\nà bientôt',
    html: '<p>à bientôt</p>',
    calendar: null,
    headers: {},
    ...what,
  }
}

function typesOf(raw: string): string[] {
  return [...raw.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type ?? '')
}
