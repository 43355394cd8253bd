import { expect, test } from 'vitest'

import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import { after, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Mail, SendResult } from '../../../worker/platform.ts'
import { readSending } from '../../../worker/storage/letter/sending.ts'
import { at } from '../../support/times.ts'
import { aFixedSession, aMentor, aPairing, aPersonIn, aWorld, settingOf } from '../../support/world.ts'

const START = at('2027-03-15T08:00Z')
const NOT_PERMITTED = { ok: false, error: 'smtp-recipient-550', fault: 'letter', mayBeHad: false } as const
const BUSY = { ok: false, error: 'smtp-recipient-451', fault: 'moment', mayBeHad: false } as const
const POLICY = { ok: false, error: 'smtp-message-550-5.7.1', fault: 'sending', mayBeHad: false } as const

test.each([NOT_PERMITTED, BUSY])(
  'a relay that refuses everybody alike ($error) stops our sending, from however many runs, and no letter is lost',
  async (refusal) => {
    const world = await aWorld()
    for (let each = 0; each < 6; each += 1) await aFixedDate(world, each)
    const refusing = { ...world.platform, send: () => Promise.resolve<SendResult>(refusal) }
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      world.now(iso(after(START, minute * MINUTE)))
      await deliverDue(refusing, { letters: 1 })
    }
    expect((await readSending(world.platform.db)).stoppedAt).toBe(after(START, 2 * MINUTE))
    expect(await states(world)).toEqual(Array.from({ length: 12 }, () => 'waiting'))

    const leave = await untilAllLeft(world, 24 * 60)
    expect(leave).toBe(12)
  },
)

test('what one reader was put off with before leaves with the others once our sending works', async () => {
  const world = await aWorld()
  for (const each of [0, 1, 2]) await aFixedDate(world, each)
  const busy = { ...world.platform, send: () => Promise.resolve<SendResult>(BUSY) }
  await deliverDue(busy, { letters: 1 })
  await world.platform.db.run(`UPDATE outbox SET due_at = ${after(START, 600 * MINUTE)} WHERE attempts = 1`)
  await deliverDue(busy)
  world.now(iso(after(START, 2 * MINUTE)))
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 6 })
})

test.each([NOT_PERMITTED, POLICY])(
  'one reader who is refused ($error) holds nobody back, and fails after a few tries',
  async (refusal) => {
    const world = await aWorld()
    await aFixedDate(world, 0)
    const send = ({ to }: Mail): Promise<SendResult> =>
      Promise.resolve(isExecutiveZero(to) ? refusal : { ok: true, providerId: to })
    for (let minute = 0; minute < 60; minute += 1) {
      world.now(iso(after(START, minute * MINUTE)))
      await deliverDue({ ...world.platform, send })
      expect((await readSending(world.platform.db)).stoppedAt, `minute ${minute}`).toBe(null)
      if (minute === 1) await aFixedDate(world, 1)
    }
    expect((await states(world)).toSorted()).toEqual(['failed', 'sent', 'sent', 'sent'])
    expect(await world.platform.db.all('SELECT * FROM suppressions')).toEqual([])
  },
)

test('one letter alone that is refused again and again uses up its tries', async () => {
  const world = await aWorld()
  await aFixedDate(world, 0)
  const send = ({ to }: Mail): Promise<SendResult> =>
    Promise.resolve(isExecutiveZero(to) ? POLICY : { ok: true, providerId: to })
  for (let minute = 0; minute < 30 * 60; minute += 5) {
    world.now(iso(after(START, minute * MINUTE)))
    await deliverDue({ ...world.platform, send })
    expect((await readSending(world.platform.db)).stoppedAt).toBe(null)
  }
  expect((await states(world)).toSorted()).toEqual(['failed', 'sent'])
})

test('while our sending is stopped a new letter is tried at once, once', async () => {
  const world = await aWorld()
  for (const each of [0, 1]) await aFixedDate(world, each)
  const tried: string[] = []
  const down = (mail: Mail): Promise<SendResult> => {
    tried.push(mail.to)
    return Promise.resolve({ ok: false, error: 'smtp-auth-535', fault: 'sending', mayBeHad: false })
  }
  await deliverDue({ ...world.platform, send: down })
  expect(tried).toHaveLength(3)
  world.now(iso(after(START, 10_000)))
  await deliverDue({ ...world.platform, send: down })
  expect(tried, 'those that waited before wait on').toHaveLength(3)

  await aFixedDate(world, 2)
  for (const _ of [1, 2, 3]) await deliverDue({ ...world.platform, send: down })
  expect(tried.slice(3).toSorted()).toEqual(
    tried
      .slice(3)
      .filter((to) => to.includes('2'))
      .toSorted(),
  )
  expect(tried, JSON.stringify(tried)).toHaveLength(5)

  await aFixedDate(world, 3)
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 8 })
})

async function aFixedDate(world: Awaited<ReturnType<typeof aWorld>>, each: number): Promise<void> {
  const here = settingOf(world)
  const mentor = await aMentor(here, `Mentor ${each}`)
  const executive = await aPersonIn(here, 'executive', { name: `Exec ${each}` })
  await aFixedSession(here, await aPairing(here, mentor, executive), `2027-04-22T1${each}:00Z`)
}

async function untilAllLeft(world: Awaited<ReturnType<typeof aWorld>>, minute: number): Promise<number> {
  let sent = 0
  for (let more = 0; more < 60; more += 1) {
    world.now(iso(after(START, (minute + more) * MINUTE)))
    sent += (await deliverDue(world.platform)).sent
  }
  return sent
}

async function states({ platform: { db } }: Awaited<ReturnType<typeof aWorld>>): Promise<readonly string[]> {
  return (await db.all<{ readonly state: string }>('SELECT state FROM outbox')).map(({ state }) => state)
}

function isExecutiveZero(address: string): boolean {
  return address === 'e.0@people.example'
}
