import { expect, test } from 'vitest'

import { clearAddress } from '../../../worker/actions/letter/clear-address.ts'
import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import { hearFeedback, readFeedback } from '../../../worker/delivery/in/feedback.ts'
import { findItems } from '../../../worker/domain/today/items.ts'
import type { Platform } from '../../../worker/platform.ts'
import { findLetter, listDeliveries } from '../../../worker/storage/letter/delivery.ts'
import { findMorning } from '../../../worker/storage/today/morning.ts'
import { CLAUDE, NADIA, northwind, TOM } from '../../support/northwind.ts'

const PROGRAMME = 'prg_northwind'

const NOTHING_ASIDE = { superseded: 0, retired: 0 }

test('a permanent bounce suppresses the address and is on Today until a person clears it', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  expect(await world.arrives(CLAUDE, bounceOf('claude@northwind.example', '5.1.1'))).toEqual({
    state: 'applied',
    why: 'bounce',
  })
  expect(await kindsOnToday(world.platform)).toEqual(['address-bounced'])

  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: null,
    before: null,
    limit: 9,
  })
  expect(deliveries.find(({ personId }) => personId === CLAUDE)?.isStopped).toBe(true)
  expect(deliveries.find(({ personId }) => personId === TOM)?.isStopped).toBe(false)

  expect(await clearAddress(world.platform, 'claude@northwind.example', NADIA)).toBe(0)
  expect(await kindsOnToday(world.platform)).toEqual([])
})

test('letters to a stopped address wait, and after the clearing the same octets go out', async () => {
  const world = await northwind()
  await hearFeedback(world.platform, event('bounced', { bounce: { type: 'hard' } }))
  await world.fixed('2027-03-22T10:00Z')

  expect(await world.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 1, retried: 0, failed: 0, stopped: 1 })
  expect(world.sent.map(({ to }) => to)).toEqual(['tom@northwind.example'])
  expect(await clearAddress(world.platform, 'claude@northwind.example', NADIA)).toBe(1)
  expect(await world.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 1, retried: 0, failed: 0, stopped: 0 })
  expect(world.sent[1]?.to).toBe('claude@northwind.example')
})

test('a stopped invite that was superseded by a later time is never sent', async () => {
  const world = await northwind()
  await hearFeedback(world.platform, event('complained', {}))
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  world.setNow('2027-03-22T11:00Z')

  expect(await clearAddress(world.platform, 'claude@northwind.example', NADIA)).toBe(0)
})

test('a bounced letter is no longer “sent”, and is sent again with the clearing', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const index = world.sent.findIndex(({ to }) => to.startsWith('claude'))
  await hearFeedback(
    world.platform,
    event('bounced', { bounce: { type: 'hard' }, messageId: `sent-${index + 1}` }),
  )

  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: 'stopped',
    before: null,
    limit: 9,
  })
  expect(deliveries.map(({ personId, error }) => [personId, error])).toEqual([[CLAUDE, 'bounced-hard']])
  expect(await clearAddress(world.platform, 'claude@northwind.example', NADIA)).toBe(1)
  await world.deliver()
  expect(world.sent.at(-1)).toEqual(world.sent[index])
})

test.each([
  ['a full mailbox', bounceOf('claude@northwind.example', '4.2.2'), 'ignored'],
  ['a bounce about somebody else', bounceOf('eve@elsewhere.example', '5.1.1'), 'waiting'],
])('%s stops nothing', async (_name, raw, state) => {
  const world = await northwind()
  expect(await world.arrives(CLAUDE, raw)).toMatchObject({ state })
  await world.fixed('2027-03-22T10:00Z')
  expect(await world.deliver()).toMatchObject({ sent: 2, stopped: 0 })
})

test('an address the relay refuses is stopped; a mail it refuses for itself is not held against the address', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  world.setMail({ ok: false, error: 'smtp-message-554-5.6.0', fault: 'letter', mayBeHad: false })
  expect(await world.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 0, retried: 0, failed: 2, stopped: 0 })

  const other = await northwind()
  await other.fixed('2027-03-22T10:00Z')
  other.setMail({ ok: false, error: 'smtp-recipient-550-5.1.1', fault: 'address', mayBeHad: false })
  expect(await other.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 0, retried: 0, failed: 0, stopped: 2 })
  expect(await kindsOnToday(other.platform)).toEqual(['address-bounced', 'address-bounced'])
})

test('only permanent failures are read from the provider’s events', () => {
  expect(readFeedback(event('bounced', { bounce: { type: 'soft' } }))).toBeNull()
  expect(readFeedback(event('deferred', { bounce: { type: 'hard' } }))).toBeNull()
  expect(readFeedback(event('complained', {}))).toMatchObject({ kind: 'complaint' })
  for (const rubbish of [null, 'text', 7, {}, { type: 'cf.email.sending.message.bounced' }, { payload: [] }])
    expect(readFeedback(rubbish)).toBeNull()
})

test('“send again” writes the same octets, once for one id, and refuses a superseded letter', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: 'sent',
    before: null,
    limit: 1,
  })
  const stored = await findLetter(world.platform.db, deliveries[0]?.id ?? 'let_', [PROGRAMME])
  if (!stored) throw new Error('no letter')

  for (const id of ['let_again', 'let_again'] as const)
    expect(await resendLetter(world.platform, stored, id)).toEqual({ ok: true, value: id })
  expect(await world.deliver()).toMatchObject({ sent: 1 })
  expect(world.sent.filter(({ raw }) => raw === world.sent.at(-1)?.raw)).toHaveLength(2)

  world.setNow('2027-03-23T00:00Z')
  expect(await resendLetter(world.platform, stored, 'let_late')).toMatchObject({
    refusal: { reason: 'letter-overtaken' },
  })
})

test('letters of another programme are not there', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: null,
    before: null,
    limit: 1,
  })
  expect(await findLetter(world.platform.db, deliveries[0]?.id ?? 'let_', ['prg_fabrikam'])).toBeNull()
  const theirs = await listDeliveries(world.platform.db, 'prg_fabrikam', {
    state: null,
    before: null,
    limit: 9,
  })
  expect(theirs.deliveries).toEqual([])
})

test('pages of letters neither overlap nor leave gaps', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const page = (before: string | null) =>
    listDeliveries(world.platform.db, PROGRAMME, { state: null, before, limit: 1 })
  const first = await page(null)
  const second = await page(first.next)
  expect(new Set([first, second].map(({ deliveries }) => deliveries[0]?.personId))).toEqual(
    new Set([TOM, CLAUDE]),
  )
  expect(second.next).toBeNull()
})

async function kindsOnToday(platform: Platform) {
  const morning = await findMorning(platform, PROGRAMME)
  return morning ? findItems(morning).map(({ kind }) => kind) : []
}

function event(kind: string, payload: object) {
  return {
    type: `cf.email.sending.message.${kind}`,
    payload: { recipient: 'Claude@northwind.example', ...payload },
  }
}

function bounceOf(recipient: string, status: string): string {
  return `From: MAILER-DAEMON@mx.example
To: sotto-claude@reply.sotto.example
Subject: Undelivered
Message-ID: <bounce-${status}@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It came back.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${recipient}
Action: failed
Status: ${status}
--b--
`
}
