import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { cancelSession } from '../../../worker/actions/session/cancel.ts'
import { moveSession } from '../../../worker/actions/session/move.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import { after, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Mail, SendResult } from '../../../worker/platform.ts'
import { readSending } from '../../../worker/storage/letter/sending.ts'
import { AS_NADIA, northwind, TOM } from '../../support/northwind.ts'
import { costOf } from '../../support/query-cost.ts'
import { inClear } from '../../support/stored-letters.ts'
import { at } from '../../support/times.ts'

const START = at('2027-03-15T08:00Z')
const NO_SIGN_IN = { ok: false, error: 'sign-in-535', fault: 'sending', mayBeHad: false } as const

test('three failures of our sending in a row stop it; one letter is tried by itself; a success releases all', async () => {
  const world = await withLetters(8)
  world.setMail(NO_SIGN_IN)
  expect(await world.deliver()).toMatchObject({ sent: 0, retried: 3, failed: 0 })
  expect(await readSending(world.platform.db)).toMatchObject({
    stoppedAt: START,
    failures: 3,
    error: 'sign-in-535',
    errorAt: START,
  })

  let now = START
  for (const minutes of [1, 2, 5, 15, 30, 30]) {
    world.setNow(iso(after(now, minutes * MINUTE - 1000)))
    expect(await world.deliver(), `before ${minutes}`).toMatchObject({ retried: 0 })
    now = after(now, minutes * MINUTE)
    world.setNow(iso(now))
    expect(await world.deliver(), `after ${minutes}`).toMatchObject({ sent: 0, retried: 1, failed: 0 })
  }
  world.setMail(null)
  world.setNow(iso(after(now, 30 * MINUTE)))
  expect(await world.deliver()).toMatchObject({ sent: 10, retried: 0 })
  expect(await readSending(world.platform.db)).toMatchObject({ stoppedAt: null, error: 'sign-in-535' })
})

test('our failures use up no letter’s tries: after a month of them nothing is given up', async () => {
  const world = await withLetters(2)
  world.setMail(NO_SIGN_IN)
  for (let hour = 0; hour < 30; hour += 1) {
    world.setNow(iso(after(START, hour * 60 * MINUTE)))
    await world.deliver()
  }
  expect(await column('state')).toEqual(['waiting', 'waiting', 'waiting', 'waiting'])
  // The three tries that stopped the sending; none of the thirty after it.
  expect((await column('attempts')).toSorted()).toEqual([0, 1, 1, 1])
  expect(await column('may_be_had')).toEqual([0, 0, 0, 0])
})

test('one letter that the relay always refuses as ours stops the others for no longer than they take to leave', async () => {
  const world = await withLetters(4)
  const refusing = (mail: Mail): Promise<SendResult> =>
    Promise.resolve(mail.to.startsWith('claude') ? NO_SIGN_IN : { ok: true, providerId: mail.to })
  const platform = { ...world.platform, send: refusing }
  for (let minute = 0; minute < 8; minute += 1) {
    world.setNow(iso(after(START, minute * MINUTE)))
    await deliverDue(platform)
  }
  expect((await column('state')).toSorted()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'waiting'])
})

test('two deliverers try one letter by itself together, not two', async () => {
  const world = await withLetters(6)
  world.setMail(NO_SIGN_IN)
  await world.deliver()
  world.setNow(iso(after(START, MINUTE)))
  const both = await Promise.all([world.deliver(), world.deliver()])
  expect(both.reduce((sum, { retried }) => sum + retried, 0)).toBe(1)
})

test('a relay that takes seven seconds for a letter gets each once, from however many deliverers', async () => {
  const world = await withLetters(43)
  const seen: string[] = []
  let now = START
  const slow = async ({ raw }: Mail): Promise<SendResult> => {
    now = after(now, 7000)
    world.setNow(iso(now))
    await new Promise((resolve) => setTimeout(resolve, 1))
    seen.push(/^Message-ID: (.*)$/m.exec(raw)?.[1] ?? '')
    return { ok: true, providerId: `${seen.length}` }
  }
  const platform = { ...world.platform, send: slow }
  const budget = { ms: 3_600_000 }
  await Promise.all([
    deliverDue(platform, budget),
    deliverDue(platform, budget),
    deliverDue(platform, budget),
  ])
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('a run keeps to its budget of letters and of time; the next one takes the rest', async () => {
  const world = await withLetters(28)
  expect(await deliverDue(world.platform, { letters: 7 })).toMatchObject({ sent: 7 })
  let now = START
  const slow = (): Promise<SendResult> => {
    now = after(now, 4000)
    world.setNow(iso(now))
    return Promise.resolve({ ok: true, providerId: 'slow' })
  }
  expect(await deliverDue({ ...world.platform, send: slow }, { ms: 20_000 })).toMatchObject({ sent: 5 })
  expect(await world.deliver()).toMatchObject({ sent: 18 })
  expect(new Set(await column('state'))).toEqual(new Set(['sent']))
})

test('a slow deliverer does not mark a letter that another one has taken over', async () => {
  const world = await northwind()
  await world.fixed('2027-03-22T10:00Z')
  await env.DB.prepare("UPDATE outbox SET state = 'sent' WHERE person_id = ?").bind(TOM).run()
  const hanging = Promise.withResolvers<SendResult>()
  const begun = Promise.withResolvers<void>()
  const slow = deliverDue({
    ...world.platform,
    send: () => {
      begun.resolve()
      return hanging.promise
    },
  })
  await begun.promise
  world.setNow(iso(after(START, 3 * MINUTE)))
  expect(await world.deliver()).toMatchObject({ sent: 1 })
  hanging.resolve({ ok: false, error: 'timeout', fault: 'letter', mayBeHad: false })
  await slow
  expect(await column('state')).toEqual(['sent', 'sent'])
  expect(await column('error')).toEqual([null, null])
})

test('what was handed to a calendar is kept with its invite, also where nobody knows whether it arrived', async () => {
  const world = await northwind()
  const handed = async (result: Extract<SendResult, { ok: false }> | null) => {
    await env.DB.prepare("UPDATE outbox SET state = 'waiting', may_be_had = 0, due_at = 0").run()
    await env.DB.prepare('UPDATE invites SET sent_sequence = NULL').run()
    world.setMail(result)
    await world.deliver()
    const { results } = await env.DB.prepare('SELECT sent_sequence FROM invites').all()
    return results.map(({ sent_sequence: sequence }) => sequence)
  }
  await world.fixed('2027-03-22T10:00Z')
  expect(await handed({ ...NO_SIGN_IN, fault: 'moment' })).toEqual([null, null])
  expect(await handed({ ...NO_SIGN_IN, fault: 'moment', mayBeHad: true })).toEqual([0, 0])
  expect(await handed(null)).toEqual([0, 0])
})

test('while an invite is on its way, the next revision waits for it', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-04-22T10:00Z')
  const hanging = Promise.withResolvers<SendResult>()
  const begun = Promise.withResolvers<void>()
  const order: string[] = []
  const first = deliverDue({
    ...world.platform,
    send: async ({ to }) => {
      begun.resolve()
      const result = await hanging.promise
      order.push(`first ${to}`)
      return result
    },
  })
  await begun.promise
  const wish = { start: at('2027-04-23T10:00Z'), minutes: null, reason: 'so' }
  await moveSession(world.platform, id, wish, AS_NADIA)
  expect(await world.deliver()).toMatchObject({ sent: 0, superseded: 0 })
  hanging.resolve({ ok: true, providerId: 'first' })
  await first
  await world.deliver()
  expect(await column('state')).toEqual(['sent', 'superseded', 'sent', 'sent'])
  expect(order).toHaveLength(3)
})

test('while nobody knows what became of an invite, its cancellation waits a minute, and then it leaves alone', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-04-22T10:00Z')
  world.setMail({ ...NO_SIGN_IN, error: 'timeout', fault: 'moment', mayBeHad: true })
  await world.deliver()
  await cancelSession(world.platform, id, { reopen: false }, AS_NADIA)
  world.setMail(null)
  world.setNow(iso(after(START, MINUTE - 1000)))
  expect(await world.deliver()).toMatchObject({ sent: 0, superseded: 0 })
  world.setNow(iso(after(START, MINUTE)))
  expect(await world.deliver()).toMatchObject({ sent: 2, superseded: 2 })
  expect(world.sent.map(({ subject }) => /cancel/i.test(subject))).toEqual([true, true])
})

test('what a delivery reads does not grow with the letters that were sent', async () => {
  const costWith = async (history: number) => {
    const world = await withLetters(history)
    await env.DB.prepare(
      "UPDATE outbox SET state = 'sent', session_id = NULL, sent_at = 1 WHERE dedupe_key LIKE 'copy:%'",
    ).run()
    return costOf(world.platform, deliverDue)
  }
  const few = await costWith(10)
  const many = await costWith(3000)
  expect(many.calls).toBe(few.calls)
  expect(many.rowsRead).toBeLessThan(few.rowsRead + 20)
})

/** Two invites and copies of the one to Tom, each a thread of its own. */
async function withLetters(copies: number): ReturnType<typeof northwind> {
  const world = await northwind()
  await world.fixed('2027-04-22T10:00Z')
  await inClear(world.platform)
  await env.DB.prepare(
    `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
     INSERT INTO outbox (id, dedupe_key, person_id, session_id, letter, state, attempts, due_at, created_at)
     SELECT 'let_copy' || n, 'copy:' || n, person_id, session_id, json_set(letter, '$.id', 'let_copy' || n), state, 0, due_at, created_at
     FROM outbox, numbers WHERE person_id = ?`,
  )
    .bind(copies, TOM)
    .run()
  return world
}

async function column(name: string): Promise<readonly unknown[]> {
  const { results } = await env.DB.prepare(`SELECT ${name} AS found FROM outbox ORDER BY rowid`).all()
  return results.map(({ found }) => found)
}
