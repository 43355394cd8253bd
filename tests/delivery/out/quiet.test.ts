import { expect, test } from 'vitest'

import { stopAddress } from '../../../worker/actions/letter/stop-address.ts'
import { answerFor } from '../../../worker/actions/session/answer-for.ts'
import { deliverDue } from '../../../worker/delivery/out/deliver.ts'
import { after, HOUR, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import type { SendResult } from '../../../worker/platform.ts'
import { runDue } from '../../support/run-due.ts'
import { at } from '../../support/times.ts'
import { aFixedSession, aWorld, have, settingOf } from '../../support/world.ts'

const FOUR = at('2027-03-15T15:00Z')
const DOWN = { ok: false, error: 'smtp-refused', fault: 'sending', mayBeHad: false } as const
const BUSY = { ok: false, error: 'busy', fault: 'moment', mayBeHad: false } as const

test.each([
  ['our sending was stopped', DOWN],
  ['the relay was busy', BUSY],
])('a brief that waited because %s does not leave at night', async (_, result) => {
  const world = await withBrief()
  for (let minute = 0; minute < 8 * 60; minute += 5) await tryAt(world, minute, result)
  expect(await sentBetween(world, 8 * 60, 15 * 60)).toEqual(['2027-03-16T06:00:00Z'])
})

test('a brief whose address rested until midnight waits for the morning too', async () => {
  const world = await withBrief()
  const address = world.tom.email
  await stopAddress(world.platform, { address, kind: 'moment', detail: 'full', restMs: 8 * HOUR })
  expect(await deliverDue(world.platform)).toMatchObject({ sent: 0, retried: 1, retired: 0 })
  expect(await sentBetween(world, 8 * 60, 15 * 60)).toEqual(['2027-03-16T06:00:00Z'])
})

test('where the session starts within twelve hours it leaves at night', async () => {
  const world = await withBrief('2027-03-16T10:00Z')
  for (let minute = 0; minute < 8 * 60; minute += 5) await tryAt(world, minute, BUSY)
  const [sent] = await sentBetween(world, 8 * 60, 15 * 60)
  expect(sent !== undefined && sent < '2027-03-16T00:00:00Z').toBe(true)
})

test('new times after a decline leave at night: an answer has brought them about', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-04-16T14:00Z')
  world.now('2027-03-15T21:00Z')
  const answer = { personId: world.bernard.id, partstat: 'DECLINED' } as const
  have(await answerFor(world.platform, session.id, answer, { id: world.bernard.id, door: 'link' }))
  await deliverDue(world.platform)
  world.now('2027-03-15T21:11Z')
  expect(await runDue(world.platform, 'bump')).toBe(1)
  const before = world.mails.length
  await deliverDue(world.platform)
  expect(world.mails.slice(before).map(({ to }) => to)).toContain(world.odile.email)
})

/** The invites have left; Tom's brief is written, and nobody has tried it. */
async function withBrief(start = '2027-03-16T14:00Z') {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, start)
  await deliverDue(world.platform)
  world.now(iso(FOUR))
  expect(await runDue(world.platform, 'brief')).toBe(1)
  return world
}

async function tryAt(
  world: Awaited<ReturnType<typeof aWorld>>,
  minute: number,
  result: SendResult,
): Promise<void> {
  world.now(iso(after(FOUR, minute * MINUTE)))
  await deliverDue({ ...world.platform, send: () => Promise.resolve(result) })
}

async function sentBetween(
  world: Awaited<ReturnType<typeof aWorld>>,
  from: number,
  to: number,
): Promise<readonly string[]> {
  const sent: string[] = []
  for (let minute = from; minute <= to; minute += 5) {
    world.now(iso(after(FOUR, minute * MINUTE)))
    if ((await deliverDue(world.platform)).sent > 0) sent.push(iso(world.platform.now()))
  }
  return sent
}
