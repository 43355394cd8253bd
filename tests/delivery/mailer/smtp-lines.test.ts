import { expect, onTestFinished, test } from 'vitest'

import { type LookUp, type SmtpSettings } from '../../../worker/delivery/mailer/smtp-open.ts'
import type { Connect } from '../../../worker/delivery/mailer/smtp-talk.ts'
import { smtpMailer } from '../../../worker/delivery/mailer/smtp.ts'
import { aSink, type Script } from '../../support/smtp-sink.ts'

test('many letters go by one connection, which ends with the run', async () => {
  const { send, sink } = await sending()
  for (const reader of readers(23)) expect(await send(to(reader))).toMatchObject({ ok: true })
  await send.end?.()

  expect(sink.connections()).toBe(1)
  expect(sink.mails).toHaveLength(23)
  expect(sink.commands.filter((each) => each.startsWith('EHLO'))).toHaveLength(1)
  expect(sink.commands.at(-1)).toBe('QUIT')
})

test('after the end the next letter opens another connection', async () => {
  const { send, sink } = await sending()
  await send(to('a'))
  await send.end?.()
  await send.end?.()
  expect(await send(to('b'))).toMatchObject({ ok: true })
  await send.end?.()

  expect(sink.connections()).toBe(2)
})

test('a refused letter is forgotten by RSET, and the next goes by the same connection', async () => {
  const { send, sink } = await sending({ answers: { 'RCPT TO:<wrong@': '550 5.1.1 nobody' } })
  expect(await send(to('wrong'))).toMatchObject({ error: 'smtp-recipient-550-5.1.1' })
  expect(await send(to('right'))).toMatchObject({ ok: true })

  expect(sink.connections()).toBe(1)
  expect(sink.commands.filter((each) => each === 'RSET')).toHaveLength(1)
})

test('a relay that takes three mails a connection gets each letter once, and is told no fourth again', async () => {
  const { send, sink } = await sending({ mostMails: 3 })
  for (const reader of readers(10)) expect(await send(to(reader))).toMatchObject({ ok: true })
  await send.end?.()

  expect(new Set(sink.mails).size).toBe(10)
  expect(sink.mails).toHaveLength(10)
  expect(sink.connections()).toBe(4)
  // Eleven of ten letters: the fourth was refused once, and after that nobody asked for more than three.
  expect(sink.commands.filter((each) => each.startsWith('MAIL FROM'))).toHaveLength(11)
})

test('a connection that broke between two letters is opened anew, and the letter goes once', async () => {
  const { send, sink } = await sending({
    breaksAt: 'RSET',
    answers: { 'RCPT TO:<wrong@': '550 5.1.1 nobody' },
  })
  await send(to('wrong'))
  expect(await send(to('right'))).toMatchObject({ ok: true })

  expect(sink.connections()).toBe(2)
  expect(sink.mails).toHaveLength(1)
})

test.each([
  ['MAIL FROM', 'smtp-sender-closed', false, 'moment'],
  ['RCPT TO', 'smtp-recipient-closed', false, 'moment'],
  ['DATA', 'smtp-data-closed', false, 'moment'],
  ['message', 'smtp-message-closed', true, 'moment'],
  ['EHLO', 'smtp-closed', false, 'sending'],
])(
  'a line that breaks at %s: %s, and the mail may have left: %s',
  async (breaksAt, error, mayBeHad, fault) => {
    const { send } = await sending({ breaksAt })
    expect(await send(to('a'))).toEqual({ ok: false, error, fault, mayBeHad })
    expect(await send(to('b'))).toMatchObject({ ok: true })
  },
)

test('a letter whose data was sent without an answer is not sent again by itself, on a kept connection either', async () => {
  const { send, sink } = await sending({ breaksAt: 'message', breaksAtMail: 2 })
  await send(to('a'))

  expect(await send(to('b'))).toMatchObject({ ok: false, error: 'smtp-message-closed', mayBeHad: true })
  expect(sink.mails).toHaveLength(2)
  expect(sink.connections()).toBe(1)
})

test('a slow relay gets each letter once, and no try outlives its deadline', async () => {
  const { send, sink } = await sending({ delayMs: 30 }, { deadlineMs: 1_000 })
  for (const reader of readers(5)) expect(await send(to(reader))).toMatchObject({ ok: true })
  expect(sink.mails).toHaveLength(5)

  const slower = await sending({ delayMs: 60 }, { deadlineMs: 150 })
  const began = performance.now()
  expect(await slower.send(to('a'))).toMatchObject({ ok: false, mayBeHad: false })
  expect(performance.now() - began).toBeLessThan(400)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(slower.sink.mails, 'nothing leaves after the deadline').toEqual([])
})

test('the port says what the relay said; whether several readers are refused alike is not its matter', async () => {
  const { send } = await sending({ answers: { 'RCPT TO': '550 no relaying' } })
  for (const reader of ['a', 'a', 'b', 'c', 'd'])
    expect(await send(to(reader))).toMatchObject({ error: 'smtp-recipient-550', fault: 'letter' })
})

test('a mailbox that surely does not exist is nobody else’s fault, however many there are', async () => {
  const { send } = await sending({ answers: { 'RCPT TO': '550 5.1.1 nobody' } })
  for (const reader of readers(5)) expect(await faultOf(send(to(reader)))).toBe('address')
})

test.each([
  ['smtp-name-not-found', false, 465, 'refuses'],
  ['smtp-refused', true, 465, 'refuses'],
  ['smtp-refused', null, 587, 'refuses'],
  ['smtp-certificate', true, 465, 'opens without TLS'],
] as const)('a connection that does not open is known as %s', async (error, isThere, port, does) => {
  const lookUp: LookUp = async () => isThere
  const opens = (secureTransport: string) => does === 'opens without TLS' && secureTransport === 'off'
  const connect: Connect = (_, { secureTransport }) => ({
    readable: new ReadableStream(),
    writable: new WritableStream(),
    opened: openedIf(opens(secureTransport)),
    startTls: () => connect({ hostname: '', port: 0 }, { secureTransport, allowHalfOpen: false }),
    close: async () => {},
  })
  const send = smtpMailer({ ...settings(port), plain: false }, connect, { lookUp })

  expect(await send(to('a'))).toEqual({ ok: false, error, fault: 'sending', mayBeHad: false })
})

async function sending(script: Script = {}, options: { readonly deadlineMs?: number } = {}) {
  const sink = await aSink(script)
  onTestFinished(sink.close)
  const send = smtpMailer(settings(sink.port), sink.connect, { timeoutMs: 2_000, ...options })
  onTestFinished(() => send.end?.())
  return { send, sink }
}

function settings(port: number): SmtpSettings {
  return { host: '127.0.0.1', port, user: null, password: null, name: 'sotto.example', plain: true }
}

function readers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `reader${index}`)
}

function to(reader: string) {
  const address = `${reader}@northwind.example`
  return {
    from: 'sotto-a@reply.sotto.example',
    to: address,
    subject: '1:1',
    raw: `To: ${address}\r\n\r\nHello\r\n`,
  }
}

async function faultOf(sent: ReturnType<ReturnType<typeof smtpMailer>>) {
  const result = await sent
  return result.ok ? null : result.fault
}

async function openedIf(opens: boolean): Promise<void> {
  if (!opens) throw new Error('proxy request failed, cannot connect to the specified address')
}
