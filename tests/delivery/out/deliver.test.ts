import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { capturingMailer, mailboxOf } from '../../../worker/delivery/mailer/capture.ts'
import { claimLetters } from '../../../worker/delivery/out/claim.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import { dueAgain } from '../../../worker/domain/letter/try.ts'
import { after, HOUR, MINUTE } from '../../../worker/domain/time/time.ts'
import { findItems } from '../../../worker/domain/today/items.ts'
import { listCaptured } from '../../../worker/http/dev/captured.ts'
import type { Platform } from '../../../worker/platform.ts'
import { LEASE_MS } from '../../../worker/storage/letter/lease.ts'
import { findPersonByAddress } from '../../../worker/storage/people/person.ts'
import { findMorning } from '../../../worker/storage/today/morning.ts'
import { CLAUDE, northwind, TOM } from '../../support/northwind.ts'
import { inClear } from '../../support/stored-letters.ts'
import { at } from '../../support/times.ts'

const SLOW = { ok: false, error: 'busy', fault: 'moment', mayBeHad: false } as const
const START = at('2027-03-15T08:00Z')

test('each letter is handed over once, and stays handed over', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  expect(await world.deliver()).toMatchObject({ sent: 2, retried: 0, failed: 0 })
  expect(await world.deliver()).toMatchObject({ sent: 0 })
  expect(world.sent.map(({ to }) => to).toSorted()).toEqual([
    'claude@northwind.example',
    'tom@northwind.example',
  ])
  expect(await rows()).toEqual([
    { state: 'sent', attempts: 1, error: null, provider_id: 'sent-1' },
    { state: 'sent', attempts: 1, error: null, provider_id: 'sent-2' },
  ])
})

test('a mail that could not be handed over is tried again after one, two, five minutes and longer, the same to the byte', async () => {
  const world = await northwind()
  const tries: string[] = []
  const platform = {
    ...world.platform,
    send: (mail: { readonly to: string; readonly raw: string }) => {
      if (mail.to.startsWith('tom')) tries.push(mail.raw)
      return Promise.resolve(SLOW)
    },
  }
  await world.fixed('2027-03-22T10:00Z')
  let now = START
  expect(await deliverDue(platform)).toMatchObject({ sent: 0, retried: 2 })
  for (const wait of [1, 2, 5, 15, 30]) {
    world.setNow(new Date(now + wait * MINUTE - 1).toISOString())
    expect(await deliverDue(platform)).toMatchObject({ sent: 0, retried: 0 })
    now = after(now, wait * MINUTE)
    world.setNow(new Date(now).toISOString())
    expect(await deliverDue(platform), `after ${wait} minutes`).toMatchObject({
      sent: 0,
      retried: 2,
      failed: 0,
    })
  }
  expect(tries).toHaveLength(6)
  expect(new Set(tries).size).toBe(1)
  expect(tries[0]).toMatch(/^Message-ID: <let_\w+@/m)
})

test('after a day of trying a letter is given up, and the manager sees it', async () => {
  const waits = Array.from({ length: 12 }, (_, attempts) => dueAgain(START, attempts + 1))
  const minutes = waits.map((each) => each && (each - START) / MINUTE)
  const hours = [1, 2, 4, 8, 12].map((each) => each * 60)
  expect(minutes).toEqual([1, 2, 5, 15, 30, ...hours, null, null])

  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await env.DB.prepare('UPDATE outbox SET attempts = 9').run()
  world.setMail(SLOW)
  expect(await world.deliver(), 'the tenth try').toMatchObject({ sent: 0, retried: 2, failed: 0 })
  world.setNow(new Date(START + 12 * HOUR - 1).toISOString())
  expect(await world.deliver()).toMatchObject({ sent: 0, retried: 0, failed: 0 })
  world.setNow(new Date(START + 12 * HOUR).toISOString())
  expect(await world.deliver(), 'the eleventh and last').toMatchObject({ sent: 0, retried: 0, failed: 2 })
  expect(await rows()).toMatchObject([{ state: 'failed', error: 'busy' }, { state: 'failed' }])
})

test('a letter that cannot be written, or is refused for good, keeps no other from going', async () => {
  const world = await northwind({ people: { [CLAUDE]: { email: 'zoë@northwind.example' } } })
  await world.fixed('2027-03-22T10:00Z')
  expect(await world.deliver()).toMatchObject({ sent: 1, failed: 1 })
  expect(world.sent.map(({ to }) => to)).toEqual(['tom@northwind.example'])
  expect(await rows()).toContainEqual(
    expect.objectContaining({ state: 'failed', error: 'unwritable-address', attempts: 1 }),
  )
  const morning = await findMorning(world.platform, 'prg_northwind')
  expect(morning && findItems(morning)).toMatchObject([
    { kind: 'undelivered', personId: CLAUDE, failure: 'unwritable-address' },
  ])

  const other = await northwind()
  await other.fixed('2027-03-22T10:00Z')
  other.setMail({ ok: false, error: 'E_CONTENT_TOO_LARGE', fault: 'letter', mayBeHad: false })
  expect(await other.deliver()).toMatchObject({ sent: 0, retried: 0, failed: 2 })
})

test('an address that an earlier release stored in its own letters is written in A-labels, and found by both', async () => {
  const world = await northwind({ people: { [CLAUDE]: { email: 'claude@exämple.example' } } })
  await world.fixed('2027-03-22T10:00Z')
  expect(await world.deliver()).toMatchObject({ sent: 2, failed: 0 })
  const mail = world.sent.find(({ to }) => to.startsWith('claude'))
  expect(mail?.to).toBe('claude@xn--exmple-cua.example')
  expect(mail?.raw).toContain('<claude@xn--exmple-cua.example>')
  for (const address of ['claude@exämple.example', 'claude@xn--exmple-cua.example'])
    expect(await findPersonByAddress(world.platform.db, address)).toMatchObject({ id: CLAUDE })
})

test('of several concurrent deliverers one sends each letter', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await manyLetters(world.platform, 45)
  const counts = await Promise.all(Array.from({ length: 6 }, () => world.deliver()))
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(47)
  const ids = world.sent.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])
  expect(new Set(ids).size).toBe(47)
})

test('the lease of a dead deliverer ends after two minutes, and not before', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  expect(
    (await claimLetters(world.platform, 'a dead one', { limit: 20, isProbe: false })).letters,
  ).toHaveLength(2)

  world.setNow(new Date(START + LEASE_MS - 1).toISOString())
  expect(await world.deliver()).toMatchObject({ sent: 0 })
  world.setNow(new Date(START + LEASE_MS).toISOString())
  expect(await world.deliver()).toMatchObject({ sent: 2 })
})

test('the capturing port fails as it is told: the first three, always, or after it has sent', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await manyLetters(world.platform, 3)
  const delivering = (fail: string) =>
    deliverDue({ ...world.platform, send: capturingMailer(mailboxOf(env), fail, world.platform.now) })
  const captured = () => listCaptured(mailboxOf(env), 0)

  expect(await delivering('always')).toMatchObject({ sent: 0, retried: 5 })
  expect(await captured()).toEqual([])
  await everyLetterIsDue()
  expect(await delivering('first:3')).toMatchObject({ sent: 2, retried: 3 })
  await everyLetterIsDue()
  expect(await delivering('after-send')).toMatchObject({ sent: 0, retried: 3 })
  expect(await captured()).toHaveLength(5)
  await everyLetterIsDue()
  expect(await delivering('first:3')).toMatchObject({ sent: 3, retried: 0 })

  const raws = (await captured()).map(({ raw }) => raw)
  expect(raws).toHaveLength(8)
  expect(new Set(raws).size).toBe(5)
})

/** Copies of the letter to Tom, each with its own id and dedupe key. */
async function manyLetters(platform: Platform, count: number): Promise<void> {
  await inClear(platform)
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
     INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, attempts, due_at, created_at)
     SELECT 'let_copy' || n, 'copy:' || n, person_id, session_id, json_set(letter, '$.id', 'let_copy' || n), state, 0, due_at, created_at
     FROM outbox, numbers WHERE person_id = ?`,
  )
    .bind(count, TOM)
    .run()
}

async function everyLetterIsDue(): Promise<void> {
  await env.DB.prepare("UPDATE outbox SET due_at = 0 WHERE state = 'waiting'").run()
}

async function rows(): Promise<readonly unknown[]> {
  return (
    await env.DB.prepare('SELECT state, attempts, error, provider_id FROM outbox ORDER BY provider_id').all()
  ).results
}
