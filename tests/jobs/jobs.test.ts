import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { answerFor } from '../../worker/actions/session/answer-for.ts'
import { cancelSession } from '../../worker/actions/session/cancel.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { deliverDue } from '../../worker/delivery/out/deliver.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { CLAUDE, NADIA, northwind } from '../support/northwind.ts'
import { costOf } from '../support/query-cost.ts'
import { at } from '../support/times.ts'

const BY = { id: NADIA, door: 'manager' } as const
const MINUTELY = '* * * * *'

test('one tick does everything that is due: the next one does nothing', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  await answerFor(
    world.platform,
    id,
    { personId: CLAUDE, partstat: 'DECLINED' },
    { id: CLAUDE, door: 'link' },
  )
  world.setNow('2027-03-15T08:10Z')

  expect(await tick(world.platform)).toMatchObject({ bump: 1, deliver: 3 })
  expect(Object.values(await tick(world.platform)).every((count) => count === 0)).toBe(true)
})

test('however far the clock jumps, each thing is done once', async () => {
  const world = await northwind({ policy: { autopilot: false } })
  await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  world.setNow('2027-09-01T08:00Z')
  await tick(world.platform)
  await tick(world.platform)
  const subjects = world.sent.filter(({ to }) => to === 'tom@northwind.example').map(({ subject }) => subject)
  expect(subjects).toHaveLength(2)
  expect(new Set(subjects).size).toBe(2)
})

test('each minute offers expire, declines become bumps, mentors are asked to log, and letters are sent', async () => {
  const world = await northwind()
  const offered = await offerTimes(
    world.platform,
    { id: world.platform.newId('off'), pairingId: await pairingOf(world), minutes: null, options: null },
    BY,
  )
  expect(await runCron(world.platform, MINUTELY)).toEqual({ counts: { deliver: 1 }, failed: [] })
  const offer = offered.ok ? offered.value.offer : null
  const [firstHour = 0, secondHour = 0, heldUntil = 0] = offer?.options.map(({ until }) => until) ?? []
  expect(firstHour < secondHour && secondHour < heldUntil && heldUntil === offer?.heldUntil).toBe(true)
  world.setNow(new Date(firstHour - 1).toISOString())
  expect(await runCron(world.platform, MINUTELY)).toEqual({ counts: {}, failed: [] })
  world.setNow(new Date(secondHour).toISOString())
  expect(await runCron(world.platform, MINUTELY)).toEqual({ counts: { 'expire-offer': 1 }, failed: [] })
  world.setNow(new Date(heldUntil - 1).toISOString())
  expect(await runCron(world.platform, MINUTELY)).toEqual({ counts: {}, failed: [] })
  world.setNow(new Date(heldUntil).toISOString())
  expect(await runCron(world.platform, MINUTELY)).toMatchObject({
    counts: { 'expire-offer': 1, 're-offer': 1, deliver: 1 },
  })
})

test('a tick with nothing due is one database call, and writes its own row', async () => {
  const world = await northwind()
  await world.fixed('2027-03-17T10:00Z')
  world.setNow('2027-03-16T15:30Z')
  await tick(world.platform)
  const cost = await costOf(world.platform, (platform) => runCron(platform, MINUTELY))
  expect(cost).toMatchObject({ calls: 1, rowsWritten: 1 })
  expect(cost.rowsRead).toBeLessThan(16)
  expect(await costOf(world.platform, deliverDue)).toMatchObject({ calls: 1, rowsWritten: 0 })
})

test('a failing job does not stop the others, and its error is reported', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await answerFor(
    world.platform,
    id,
    { personId: CLAUDE, partstat: 'DECLINED' },
    { id: CLAUDE, door: 'link' },
  )
  world.setNow('2027-03-15T08:10Z')
  const broken = {
    ...world.platform,
    newId: () => {
      throw new Error('no ids today')
    },
  }
  expect(await runCron(broken, MINUTELY)).toEqual({ counts: { deliver: 2 }, failed: ['bump'] })
  expect(world.sent).toHaveLength(2)
  world.setNow('2027-03-15T08:15Z')
  expect(await runCron(world.platform, MINUTELY)).toMatchObject({ counts: { bump: 1 }, failed: [] })
})

test('a clock set back never lowers a SEQUENCE or a DTSTAMP', async () => {
  const world = await northwind()
  const { id } = await world.fixed('2027-03-22T10:00Z')
  await world.deliver()
  await move('2027-03-23T10:00Z')
  world.setNow('2027-03-10T08:00Z')
  await move('2027-03-24T10:00Z')
  world.setNow('2027-03-15T09:00Z')
  await move('2027-03-25T10:00Z')

  const stamps = world.sent
    .filter(({ to }) => to === 'claude@northwind.example')
    .map(({ raw }) => stampOf(raw))
  expect(stamps.map(({ sequence }) => sequence).toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3])
  const inOrder = stamps.toSorted((one, other) => one.sequence - other.sequence).map(({ dtstamp }) => dtstamp)
  expect(inOrder).toEqual(inOrder.toSorted())
  expect(inOrder).toEqual(['20270315T080000Z', '20270315T080000Z', '20270315T080000Z', '20270315T090000Z'])

  async function move(start: string): Promise<void> {
    const moved = await moveSession(
      world.platform,
      id,
      { start: at(start), minutes: null, reason: 'a test' },
      BY,
    )
    expect(moved).toMatchObject({ ok: true })
    await world.deliver()
  }
})

function stampOf(raw: string): { readonly sequence: number; readonly dtstamp: string } {
  const parts = raw.split(/\r\n\r\n/).map((part) => part.split('\r\n--')[0] ?? '')
  const calendar = parts.map(decoded).find((text) => text.startsWith('BEGIN:VCALENDAR')) ?? ''
  return {
    sequence: Number(/SEQUENCE:(\d+)/.exec(calendar)?.[1]),
    dtstamp: /DTSTAMP:(\w+)/.exec(calendar)?.[1] ?? '',
  }
}

function decoded(part: string): string {
  try {
    return atob(part.replace(/\s/g, ''))
  } catch {
    return ''
  }
}

async function pairingOf({ fixed, platform }: Awaited<ReturnType<typeof northwind>>) {
  const { pairingId, id } = await fixed('2027-03-22T10:00Z')
  await cancelSession(platform, id, { reopen: false }, BY)
  await runCron(platform, MINUTELY)
  return pairingId
}
