import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'

import type { SmtpSettings } from '../../../worker/delivery/mailer/smtp-open.ts'
import { stuffed } from '../../../worker/delivery/mailer/smtp-submit.ts'
import { smtpMailer } from '../../../worker/delivery/mailer/smtp.ts'
import { DAY } from '../../../worker/domain/time/time.ts'
import { aSink, type Script } from '../../support/smtp-sink.ts'

test('a mail reaches the relay octet for octet', async () => {
  const { handed, sink } = await sending()

  expect(handed).toEqual({ ok: true, providerId: '2.0.0 queued as 4XYZ' })
  expect(sink.mails).toEqual([MAIL.raw.replace('\r\n.hidden', '\r\n..hidden')])
  expect(sink.commands).toEqual([
    'EHLO sotto.example',
    'MAIL FROM:<sotto-a@reply.sotto.example>',
    'RCPT TO:<claude@northwind.example>',
    'DATA',
    'QUIT',
  ])
})

test('to another machine nothing is sent before TLS, least of all the password', async () => {
  const { handed, sink } = await sending(
    { plain: false, user: 'relay', password: 'wörd' },
    { offers: ['STARTTLS', 'AUTH LOGIN PLAIN'] },
  )

  expect(handed.ok).toBe(true)
  expect(sink.commands.slice(0, 4)).toEqual([
    'EHLO sotto.example',
    'STARTTLS',
    '~EHLO sotto.example',
    `~AUTH PLAIN ${Buffer.from('\0relay\0wörd').toString('base64')}`,
  ])
})

test('a relay without encryption gets neither password nor mail, and is the operator’s to mend', async () => {
  const { handed, sink } = await sending(
    { plain: false, user: 'relay', password: 'word' },
    { offers: ['AUTH PLAIN'] },
  )

  expect(handed).toEqual({ ok: false, error: 'smtp-no-tls', fault: 'sending', mayBeHad: false })
  expect(sink.commands).toEqual(['EHLO sotto.example'])
})

test('what a relay said before the TLS handshake is discarded', async () => {
  const { handed } = await sending(
    { plain: false },
    { offers: ['STARTTLS'], answers: { STARTTLS: '220 go\r\n250 2.0.0 injected' } },
  )
  expect(handed).toEqual({ ok: false, error: 'smtp-spoke-too-soon', fault: 'sending', mayBeHad: false })
})

test('a relay that knows only AUTH LOGIN is signed in to by it', async () => {
  const answers = { [btoa('relay')]: '334 UGFzc3dvcmQ6', [btoa('word')]: '235 2.7.0 welcome' }
  const { handed, sink } = await sending(
    { user: 'relay', password: 'word' },
    { offers: ['AUTH LOGIN'], answers },
  )

  expect(handed.ok).toBe(true)
  expect(sink.commands.slice(1, 4)).toEqual(['AUTH LOGIN', btoa('relay'), btoa('word')])
})

test.each([
  [
    'an unknown mailbox is the address’s fault',
    { 'RCPT TO': '550 5.1.1 no such user <claude@northwind.example>' },
    'smtp-recipient-550-5.1.1',
    'address',
  ],
  [
    'a bare 550 marks no address: it may mean that we may not relay',
    { 'RCPT TO': '550 relaying denied' },
    'smtp-recipient-550',
    'letter',
  ],
  [
    'a daily limit is our sending',
    { 'RCPT TO': '550 5.1.90 daily limit' },
    'smtp-recipient-550-5.1.90',
    'sending',
  ],
  ['a refused sender is our sending', { 'MAIL FROM': '553 not yours' }, 'smtp-sender-553', 'sending'],
  ['a full mailbox is tried again', { 'RCPT TO': '452 4.2.2 full' }, 'smtp-recipient-452-4.2.2', 'moment'],
  [
    'a mail refused for what it says is final',
    { message: '554 5.6.0 unlike mail' },
    'smtp-message-554-5.6.0',
    'letter',
  ],
  [
    'a wrong password is the operator’s to mend',
    { 'AUTH PLAIN': '535 5.7.8 no' },
    'smtp-auth-535-5.7.8',
    'sending',
  ],
  [
    'a relay that wants a password first is the operator’s to mend',
    { 'MAIL FROM': '530 5.7.0 sign in' },
    'smtp-sender-530-5.7.0',
    'sending',
  ],
  [
    'a relay that is busy before the first mail is our sending',
    { greeting: '421 4.3.2 later' },
    'smtp-greeting-421-4.3.2',
    'sending',
  ],
  ['a relay that speaks no SMTP is our sending', { greeting: 'HTTP/1.1 400' }, 'smtp-gibberish', 'sending'],
])('%s', async (_name, answers, error, fault) => {
  const { handed } = await sending({ user: 'relay', password: 'word' }, { offers: ['AUTH PLAIN'], answers })
  expect(handed).toMatchObject({ ok: false, error, fault, mayBeHad: false })
})

test('a full mailbox rests for a day', async () => {
  const { handed } = await sending({}, { answers: { 'RCPT TO': '552 5.2.2 full' } })
  expect(handed).toMatchObject({ fault: 'moment', waitMs: DAY })
})

test('a silent relay times out', async () => {
  const { handed } = await sending({}, { mute: true }, 50)
  expect(handed).toEqual({ ok: false, error: 'smtp-timeout', fault: 'sending', mayBeHad: false })
})

test('an address that could end its line never gets to a command', async () => {
  const sink = await aSink()
  onTestFinished(sink.close)
  const send = smtpMailer(settings(sink.port), sink.connect)

  expect(await send({ ...MAIL, to: 'a@b.example>\r\nRCPT TO:<c@d.example' })).toMatchObject({
    error: 'smtp-bad-address',
  })
  expect(sink.commands).toEqual([])
})

test('no text ends the data early, and undoing the dots gives the text back', () => {
  const pieces = fc.array(fc.constantFrom('.', '..', 'a', '\r\n', '\n', '\r\n.\r\n'), { maxLength: 20 })
  fc.assert(
    fc.property(pieces, (parts) => {
      const raw = parts.join('')
      const wire = stuffed(raw)
      expect(wire.split('\r\n').includes('.')).toBe(false)
      const whole = raw.replace(/\r\n|\r|\n/g, '\r\n')
      expect(wire.replace(/^\.\./gm, '.')).toBe(whole.endsWith('\r\n') ? whole : `${whole}\r\n`)
    }),
  )
})

const MAIL = {
  from: 'sotto-a@reply.sotto.example',
  to: 'claude@northwind.example',
  subject: '1:1',
  raw: 'Subject: 1:1\r\n\r\nfirst\r\n.hidden\r\nlast\r\n',
}

async function sending(parts: Partial<SmtpSettings> = {}, script: Script = {}, patience = 2_000) {
  const sink = await aSink(script)
  onTestFinished(sink.close)
  const send = smtpMailer({ ...settings(sink.port), ...parts }, sink.connect, { timeoutMs: patience })
  const handed = await send(MAIL)
  await send.end?.()
  return { handed, sink }
}

function settings(port: number): SmtpSettings {
  return { host: '127.0.0.1', port, user: null, password: null, name: 'sotto.example', plain: true }
}
