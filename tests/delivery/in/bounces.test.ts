import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { clearAddress } from '../../../worker/actions/letter/clear-address.ts'
import { resendLetter } from '../../../worker/actions/letter/resend.ts'
import { stopAddress } from '../../../worker/actions/letter/stop-address.ts'
import { hearFeedback, readFeedback } from '../../../worker/delivery/in/feedback.ts'
import { DAY, MINUTE } from '../../../worker/domain/time/time.ts'
import { findItems } from '../../../worker/domain/today/items.ts'
import type { Platform } from '../../../worker/platform.ts'
import { findLetter, listDeliveries } from '../../../worker/storage/letter/delivery.ts'
import { findMorning } from '../../../worker/storage/today/morning.ts'
import { CLAUDE, NADIA, northwind, TOM } from '../../support/northwind.ts'

type World = Awaited<ReturnType<typeof northwind>>

const PROGRAMME = 'prg_northwind'
const CLAUDES = 'claude@northwind.example'
const TOMS = 'tom@northwind.example'
const HARD = { bounce: { type: 'hard' }, delivery: { smtpEnhancedStatusCode: '5.1.1' } }

const NOTHING_ASIDE = { superseded: 0, retired: 0 }

test('a permanent bounce suppresses the address and is on Today until a person clears it', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  expect(await world.arrives(CLAUDE, bounceOf(CLAUDES, '5.1.1', letterTo(world, CLAUDES)))).toEqual({
    state: 'applied',
    why: 'bounce',
  })
  expect(await kindsOnToday(world.platform)).toEqual(['address-bounced'])

  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: null,
    before: null,
    limit: 9,
    now: world.platform.now(),
  })
  expect(deliveries.find(({ personId }) => personId === CLAUDE)?.isStopped).toBe(true)
  expect(deliveries.find(({ personId }) => personId === TOM)?.isStopped).toBe(false)

  expect(await clearAddress(world.platform, CLAUDES, { id: NADIA })).toBe(1)
  expect(await kindsOnToday(world.platform)).toEqual([])
})

test('letters to a stopped address wait, and after the clearing the same octets go out', async () => {
  const world = await northwind()
  await stopAddress(world.platform, { address: CLAUDES, kind: 'permanent', detail: '5.1.1' })
  await world.fixed('2027-03-22T10:00Z')

  expect(await world.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 1, retried: 0, failed: 0, stopped: 1 })
  expect(world.sent.map(({ to }) => to)).toEqual(['tom@northwind.example'])
  expect(await clearAddress(world.platform, 'claude@northwind.example', { id: NADIA })).toBe(1)
  expect(await world.deliver()).toEqual({ ...NOTHING_ASIDE, sent: 1, retried: 0, failed: 0, stopped: 0 })
  expect(world.sent[1]?.to).toBe('claude@northwind.example')
})

test('a stopped invite that was superseded by a later time is never sent', async () => {
  const world = await northwind()
  await stopAddress(world.platform, { address: CLAUDES, kind: 'complaint', detail: 'complaint' })
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  world.setNow('2027-03-22T11:00Z')

  expect(await clearAddress(world.platform, 'claude@northwind.example', { id: NADIA })).toBe(0)
})

test('a bounced letter is no longer “sent”, and is sent again with the clearing', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const index = world.sent.findIndex(({ to }) => to.startsWith('claude'))
  await hearFeedback(world.platform, event('bounced', { ...HARD, messageId: `sent-${index + 1}` }))

  const { deliveries } = await listDeliveries(world.platform.db, PROGRAMME, {
    state: 'stopped',
    before: null,
    limit: 9,
    now: world.platform.now(),
  })
  expect(deliveries.map(({ personId, error }) => [personId, error])).toEqual([[CLAUDE, 'bounced-5.1.1']])
  expect(await clearAddress(world.platform, 'claude@northwind.example', { id: NADIA })).toBe(1)
  await world.deliver()
  expect(world.sent.at(-1)).toEqual(world.sent[index])
})

test.each([
  [
    'while the server still tries',
    (about: string) => bounceOf(CLAUDES, '4.2.2', about, 'delayed'),
    'ignored',
  ],
  ['about somebody else', (about: string) => bounceOf('eve@elsewhere.example', '5.1.1', about), 'waiting'],
  ['that names no letter', () => bounceOf(CLAUDES, '5.1.1', ''), 'waiting'],
  [
    'that names no letter of ours',
    () => bounceOf(CLAUDES, '5.1.1', '<let_0@reply.sotto.example>'),
    'waiting',
  ],
])('a bounce %s changes nothing', async (_name, rawAbout, state) => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const before = await outbox(world.platform)
  expect(await world.arrives(CLAUDE, rawAbout(letterTo(world, CLAUDES)))).toEqual({
    state,
    why: state === 'ignored' ? 'bounce-transient' : 'bounce',
  })

  expect(await outbox(world.platform)).toEqual(before)
  expect(await suppressed(world.platform)).toEqual([])
})

test('a bounce with the letter of somebody else changes nothing', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const toms = letterTo(world, 'tom@northwind.example')
  expect(await world.arrives(CLAUDE, bounceOf(CLAUDES, '5.1.1', toms))).toMatchObject({ state: 'waiting' })
  expect(await world.arrives(CLAUDE, bounceOf('tom@northwind.example', '5.1.1', toms))).toMatchObject({
    state: 'waiting',
  })

  expect(await suppressed(world.platform)).toEqual([])
  expect((await outbox(world.platform)).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test.each([
  ['4.4.1', []],
  ['4.4.7', []],
  ['5.7.1', []],
  ['5.1.8', []],
  ['5.2.2', [[CLAUDES, 'moment']]],
])(
  'a report that %s is final shows its letter as undelivered, and stops no address for good',
  async (status, stops) => {
    const world = await northwind()
    await world.fixed('2027-03-22T10:00Z')
    await world.deliver()
    expect(await world.arrives(CLAUDE, bounceOf(CLAUDES, status, letterTo(world, CLAUDES)))).toEqual({
      state: 'applied',
      why: 'bounce',
    })

    expect(await outbox(world.platform)).toContainEqual({
      person_id: CLAUDE,
      state: 'failed',
      error: `bounced-${status}`,
    })
    expect(await suppressed(world.platform)).toEqual(stops)
    expect(await kindsOnToday(world.platform)).toContain('undelivered')
  },
)

test.each([
  [
    'quoted below a postmaster’s words',
    (id: string) => `<${CLAUDES}>: 550 5.1.1 User unknown\n\n> Message-ID:\n>  ${id}`,
  ],
  [
    'indented, beside another address',
    (id: string) => `Help: helpdesk@mx.example. To ${CLAUDES}: 550 5.1.1 failed\n\n   Message-ID: ${id}`,
  ],
])('a bounce in prose counts by the Message-ID %s, and waits without one', async (_name, wordsWith) => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const prose = (id: string) =>
    `Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: sotto-claude@reply.sotto.example\nMessage-ID: <${crypto.randomUUID()}@mx.example>\n\n${wordsWith(id)}\n`

  for (const id of ['<let_0@reply.sotto.example>', letterTo(world, TOMS)])
    expect(await world.arrives(CLAUDE, prose(id))).toEqual({ state: 'waiting', why: 'bounce' })
  expect(await suppressed(world.platform)).toEqual([])

  expect(await world.arrives(CLAUDE, prose(letterTo(world, CLAUDES)))).toEqual({
    state: 'applied',
    why: 'bounce',
  })
  expect(await suppressed(world.platform)).toEqual([[CLAUDES, 'permanent']])
})

test('an address that is suppressed for a day rests, and gets its letter by itself after it', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  world.setMail({ ok: false, error: 'E_RECIPIENT_SUPPRESSED', fault: 'moment', mayBeHad: false, waitMs: DAY })
  await world.deliver()
  world.setMail(null)
  expect(await kindsOnToday(world.platform)).toContain('address-bounced')
  world.setNow(new Date(world.platform.now() + DAY - MINUTE).toISOString())
  await world.deliver()
  expect(world.sent).toEqual([])

  world.setNow(new Date(world.platform.now() + 3 * MINUTE).toISOString())
  expect(await kindsOnToday(world.platform)).toEqual([])
  await world.deliver()
  expect(world.sent.map(({ to }) => to).toSorted()).toEqual([CLAUDES, TOMS])
})

test('a resting address can be cleared before its time, and its letters leave at once', async () => {
  const world = await northwind()
  await stopAddress(world.platform, { address: CLAUDES, kind: 'moment', detail: '5.2.2', restMs: DAY })
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  expect(world.sent.map(({ to }) => to)).toEqual([TOMS])
  expect((await listing(world)).find(({ personId }) => personId === CLAUDE)).toMatchObject({
    isStopped: true,
    stoppedUntil: world.platform.now() + DAY,
    state: 'waiting',
  })

  expect(await clearAddress(world.platform, CLAUDES, { id: NADIA })).toBe(1)
  await world.deliver()
  expect(world.sent.map(({ to }) => to)).toEqual([TOMS, CLAUDES])
})

test('a suppression of the moment gives way to one for good, and never the other way round', async () => {
  const { platform } = await northwind()
  const stop = (kind: 'moment' | 'permanent', restMs?: number) =>
    stopAddress(platform, { address: CLAUDES, kind, detail: kind, ...(restMs && { restMs }) })
  await stop('moment', DAY)
  await stop('permanent')
  expect(await suppressed(platform)).toEqual([[CLAUDES, 'permanent']])
  await stop('moment', DAY)
  expect(await suppressed(platform)).toEqual([[CLAUDES, 'permanent']])
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

test.each([
  ['bounced', { ...HARD }, { state: 'stopped', error: 'bounced-5.1.1' }, [[CLAUDES, 'permanent']]],
  ['bounced', { bounce: { type: 'hard' } }, { state: 'failed', error: 'bounced-hard' }, []],
  [
    'bounced',
    { bounce: { type: 'hard' }, delivery: { smtpEnhancedStatusCode: '5.7.1' } },
    { state: 'failed', error: 'bounced-5.7.1' },
    [],
  ],
  [
    'bounced',
    { bounce: { type: 'soft' }, delivery: { smtpEnhancedStatusCode: '4.4.1' } },
    { state: 'failed', error: 'bounced-4.4.1' },
    [],
  ],
  [
    'rejected',
    { rejection: { reason: 'suppressed' } },
    { state: 'failed', error: 'bounced-suppressed' },
    [[CLAUDES, 'moment']],
  ],
  ['rejected', { rejection: { reason: 'spam' } }, { state: 'failed', error: 'bounced-spam' }, []],
  [
    'failed',
    { failure: { reason: 'delivery_failed' } },
    { state: 'failed', error: 'bounced-delivery_failed' },
    [],
  ],
  ['complained', {}, { state: 'sent', error: null }, [[CLAUDES, 'complaint']]],
  ['deferred', { bounce: { type: 'soft' } }, { state: 'sent', error: null }, []],
  ['delivered', {}, { state: 'sent', error: null }, []],
])(
  'of the provider’s events, %s %o leaves the letter %o and the addresses %o',
  async (kind, payload, letter, stops) => {
    const world = await northwind()
    await world.fixed('2027-03-22T10:00Z')
    await world.deliver()
    const messageId = `sent-${world.sent.findIndex(({ to }) => to === CLAUDES) + 1}`
    await hearFeedback(world.platform, event(kind, { ...payload, messageId }))

    expect(await outbox(world.platform)).toContainEqual({ person_id: CLAUDE, ...letter })
    expect(await suppressed(world.platform)).toEqual(stops)
  },
)

test.each([
  ['without an id', {}],
  ['with an id that is not ours', { messageId: 'of-another-application' }],
  ['with the id of a letter to somebody else', { messageId: 'to-tom' }],
])('an event %s changes nothing', async (_name, { messageId }: { readonly messageId?: string }) => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  const toms = `sent-${world.sent.findIndex(({ to }) => to === TOMS) + 1}`
  const about = messageId === 'to-tom' ? toms : messageId
  for (const kind of ['bounced', 'complained', 'failed', 'rejected'])
    expect(
      await hearFeedback(world.platform, event(kind, { ...HARD, ...(about && { messageId: about }) })),
    ).toBe(false)

  expect(await suppressed(world.platform)).toEqual([])
  expect((await outbox(world.platform)).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('what is no event of the provider says nothing', () => {
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
    now: world.platform.now(),
  })
  const stored = await findLetter(world.platform, deliveries[0]?.id ?? 'let_', [PROGRAMME])
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
    now: world.platform.now(),
  })
  expect(await findLetter(world.platform, deliveries[0]?.id ?? 'let_', ['prg_fabrikam'])).toBeNull()
  const theirs = await listDeliveries(world.platform.db, 'prg_fabrikam', {
    state: null,
    before: null,
    limit: 9,
    now: world.platform.now(),
  })
  expect(theirs.deliveries).toEqual([])
})

test('pages of letters neither overlap nor leave gaps', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  const page = (before: string | null) =>
    listDeliveries(world.platform.db, PROGRAMME, {
      ...{ state: null, before, limit: 1 },
      now: world.platform.now(),
    })
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

function bounceOf(recipient: string, status: string, about: string, action = 'failed'): string {
  return `From: MAILER-DAEMON@mx.example
To: sotto-claude@reply.sotto.example
Subject: Undelivered
Message-ID: <bounce-${status}-${recipient}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

It came back.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
--b
Content-Type: text/rfc822-headers

${about === '' ? 'Subject: 30 min' : `Message-ID: ${about}`}
--b--
`
}

/** The Message-ID of the first mail that went there. */
function letterTo(world: World, address: string): string {
  return /^Message-ID: (.+)$/m.exec(world.sent.find(({ to }) => to === address)?.raw ?? '')?.[1]?.trim() ?? ''
}

async function outbox({ db }: Platform) {
  return db.all<{ person_id: string; state: string; error: string | null }>(
    sql`SELECT person_id, state, error FROM outbox ORDER BY created_at, id`,
  )
}

async function suppressed({ db }: Platform) {
  const rows = await db.all<{ address: string; kind: string }>(
    sql`SELECT address, kind FROM suppressions WHERE cleared_at IS NULL`,
  )
  return rows.map(({ address, kind }) => [address, kind])
}

async function listing({ platform }: World) {
  const query = { state: null, before: null, limit: 9, now: platform.now() }
  return (await listDeliveries(platform.db, PROGRAMME, query)).deliveries
}
