import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { logOutcome } from '../../worker/actions/session/log-outcome.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { listSessionsOfPairing } from '../../worker/storage/session/session.ts'
import { HAPPENED } from '../support/logged-session.ts'
import { aFixedSession, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('the log opens the next round and asks the assistant at once, near the cadence’s date', async () => {
  const { world, session, offers } = await aSessionHeld()
  world.now('2027-03-16T10:00Z')
  have(await logOutcome(world.platform, session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
  await tick(world.platform)

  expect(offers()).toHaveLength(1)
  const [next] = await open(world)
  const days = (next?.offer?.options ?? []).map(({ start }) => Math.round((start - session.end) / 86_400_000))
  expect(days.every((each) => each >= 14 && each <= 28)).toBe(true)
})

test('without a log the round opens eighteen days ahead of the cadence’s date, and the session can still be logged', async () => {
  const { world, session, offers } = await aSessionHeld()
  world.now('2027-03-19T09:29Z')
  await tick(world.platform)
  expect(offers()).toEqual([])

  world.now('2027-03-19T09:30Z')
  await tick(world.platform)
  await tick(world.platform)
  expect(offers()).toHaveLength(1)

  have(await logOutcome(world.platform, session.id, HAPPENED, { id: world.tom.id, door: 'link' }))
  await tick(world.platform)
  expect((await statuses(world)).toSorted()).toEqual(['happened', 'offered'])
  expect(offers()).toHaveLength(1)
})

test('a longer cadence delays the next round', async () => {
  const { world, offers } = await aSessionHeld({ cadence: 42 })
  world.now('2027-04-09T09:29Z')
  await tick(world.platform)
  expect(offers()).toEqual([])

  world.now('2027-04-09T09:30Z')
  await tick(world.platform)
  expect(offers()).toHaveLength(1)
})

test('“moved”, logged late, cancels the round opened since and reopens this session', async () => {
  const { world, session } = await aSessionHeld()
  world.now('2027-03-19T10:00Z')
  await tick(world.platform)
  have(
    await logOutcome(
      world.platform,
      session.id,
      { ...HAPPENED, result: 'moved' },
      { id: world.tom.id, door: 'link' },
    ),
  )
  await tick(world.platform)

  expect((await statuses(world)).toSorted()).toEqual(['cancelled', 'offered'])
  expect((await open(world)).map(({ id }) => id)).toEqual([session.id])
})

test('without autopilot the clock opens the round and sends nothing', async () => {
  const { world, offers } = await aSessionHeld()
  have(
    await changePerson(
      world.platform,
      world.bernard.id,
      { rules: { autopilot: false } },
      asManager(world.nadia),
    ),
  )
  world.now('2027-03-19T10:00Z')
  await tick(world.platform)

  expect(offers()).toEqual([])
  expect(await open(world)).toMatchObject([{ status: 'offered', offer: null }])
})

test('one executive can be on autopilot in a programme that is not', async () => {
  const { world, offers } = await aSessionHeld({ autopilot: false })
  have(
    await changePerson(
      world.platform,
      world.bernard.id,
      { rules: { autopilot: true } },
      asManager(world.nadia),
    ),
  )
  world.now('2027-03-19T10:00Z')
  await tick(world.platform)
  expect(offers()).toHaveLength(1)
})

/** Tuesday 16 March 2027, ten to half past ten in Paris; over, and not logged. */
async function aSessionHeld(policy: Partial<Policy> = {}) {
  const world = await aWorld({ policy })
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await tick(world.platform)
  const end = session.time?.end ?? 0
  const offers = () => world.mails.filter(({ to }) => to === world.odile.email)
  return { world, session: { ...session, end }, offers }
}

async function open({ platform, pairing }: World) {
  const sessions = await listSessionsOfPairing(platform.db, pairing.id)
  return sessions.filter(({ status, passed }) => (status === 'offered' || status === 'fixed') && !passed)
}

async function statuses({ platform, pairing }: World) {
  return (await listSessionsOfPairing(platform.db, pairing.id)).map(({ status }) => status)
}
