import { connect } from 'cloudflare:sockets'
import { expect, test } from 'vitest'

import { cloudflareMailer } from '../../../worker/delivery/mailer/cloudflare.ts'
import { smtpMailer } from '../../../worker/delivery/mailer/smtp.ts'
import { SEND_DEADLINE_MS } from '../../../worker/domain/letter/mail-port.ts'
import { LEASE_MS } from '../../../worker/storage/letter/lease.ts'

const MAIL = {
  from: 'a@reply.sotto.example',
  to: 'b@northwind.example',
  subject: '1:1',
  raw: 'To: b\r\n\r\nHello',
}

test('a try is shorter than a lease, so that nothing leaves after the lease is over', () => {
  expect(SEND_DEADLINE_MS).toBeLessThan(LEASE_MS)
})

test.each([465, 587])(
  'a relay that nobody runs is refused over the platform’s sockets, by port %d',
  async (port) => {
    const relay = { host: '127.0.0.1', port, user: null, password: null, name: 'sotto.example', plain: false }
    const send = smtpMailer(relay, connect, { timeoutMs: 5_000 })
    expect(await send(MAIL)).toEqual({ ok: false, error: 'smtp-refused', fault: 'sending', mayBeHad: false })
    await send.end?.()
  },
)

test.each([
  ['E_SENDER_NOT_VERIFIED', { fault: 'sending', mayBeHad: false }],
  ['E_RECIPIENT_SUPPRESSED', { fault: 'moment', mayBeHad: false, waitMs: 86_400_000 }],
  ['E_CONTENT_TOO_LARGE', { fault: 'letter', mayBeHad: false }],
  ['E_INTERNAL_SERVER_ERROR', { fault: 'moment', mayBeHad: true }],
])('the binding’s %s is %o', async (code, said) => {
  const send = cloudflareMailer({ send: () => Promise.reject(Object.assign(new Error('words'), { code })) })
  expect(await send(MAIL)).toEqual({ ok: false, error: code, ...said })
})

test('a binding that never answers is given up, and the mail may have left', async () => {
  const send = cloudflareMailer({ send: () => new Promise(() => {}) }, 20)
  expect(await send(MAIL)).toEqual({ ok: false, error: 'E_TIMEOUT', fault: 'moment', mayBeHad: true })
})
