import { expect, test } from 'vitest'

import { handOver } from '../../worker/actions/pairing/hand-over.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import type { Policy } from '../../worker/domain/programme/programme.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findPairing } from '../../worker/storage/pairing/pairing.ts'
import { listCommitments } from '../../worker/storage/session/outcome.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { link } from '../support/links.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { aFixedSession, aMentor, asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

test('a hand-over, repeated or not, ends one pairing and starts one with the same place and commitment', async () => {
  const world = await aWorld()
  const { platform, nadia, pairing } = world
  const by = { id: nadia.id, door: 'manager' } as const
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')

  const wish = { id: platform.newId('pai'), mentorId: uma.id }
  const made = have(await handOver(platform, pairing.id, wish, by))
  expect(have(await handOver(platform, pairing.id, wish, by))).toEqual(made)
  expect(made).toMatchObject({ mentorId: uma.id, executiveId: pairing.executiveId, status: 'active' })
  expect(await findPairing(platform.db, pairing.id)).toMatchObject({ status: 'ended' })
  expect(await listCommitments(platform.db, made.id)).toMatchObject([
    { words: 'Answer one question', done: null },
  ])
})

test('a hand-over to a forbidden mentor ends nothing', async () => {
  const world = await aWorld()
  const { platform, nadia, bernard, pairing } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  have(await changePerson(platform, uma.id, { reportsTo: bernard.id }, asManager(nadia)))
  const wish = { id: platform.newId('pai'), mentorId: uma.id }

  expect(await handOver(platform, pairing.id, wish, { id: nadia.id, door: 'manager' })).toMatchObject({
    refusal: { reason: 'reporting-line' },
  })
  expect(await findPairing(platform.db, pairing.id)).toMatchObject({ status: 'active' })
})

test('if the hand-over cancels a date, times with the new mentor are offered at once', async () => {
  const { world, uma, to } = await metAndLogged()
  const { platform, pairing } = world
  await aFixedSession(settingOf(world), world.pairing, '2027-04-12T09:00Z')
  world.now('2027-04-09T08:00Z')

  const made = await to()
  await tick(platform)
  expect(await findOpenSession(platform.db, pairing.id)).toBeNull()
  expect(await findOpenSession(platform.db, made.id)).toMatchObject({
    mentorId: uma.id,
    offer: { status: 'open' },
  })
})

test('without autopilot the cancelled date is on Today at once', async () => {
  const { world, to } = await metAndLogged({ autopilot: false })
  await aFixedSession(settingOf(world), world.pairing, '2027-04-12T09:00Z')
  world.now('2027-03-17T08:00Z')

  const made = await to()
  await tick(world.platform)
  expect(await linesOf(world, made.id)).toEqual(['no-next-date'])
})

test('an executive who met before the hand-over is asked by the clock as before, even after two hand-overs', async () => {
  const { world, to } = await met()
  const made = await to()
  const ugo = await aMentor(settingOf(world), 'Ugo Conti')
  const wish = { id: world.platform.newId('pai'), mentorId: ugo.id }
  const last = have(await handOver(world.platform, made.id, wish, { id: world.nadia.id, door: 'manager' }))

  await tick(world.platform)
  expect(await findOpenSession(world.platform.db, last.id)).toBeNull()
  world.now('2027-03-29T10:00Z')
  await tick(world.platform)
  expect(await findOpenSession(world.platform.db, last.id)).toMatchObject({ offer: { status: 'open' } })
})

test('an executive who met too long ago is on Today with the new mentor', async () => {
  const { world, to } = await met({ autopilot: false })
  world.now('2027-04-20T08:00Z')
  const made = await to()
  expect(await linesOf(world, made.id)).toEqual(['no-next-date'])
})

test('the executive’s own link follows to the new mentor, and a wish reaches the manager', async () => {
  const { world, held, to } = await met()
  const { platform, bernard } = world
  const own = await link(platform, 'own', held, bernard)
  const made = await to()

  const client = await world.as(null)
  const { body } = await client.get(own)
  expect(body).toContain('Uma Rao')
  expect(body).not.toContain('Tom Leroy')
  const tap = new URLSearchParams({ k: own.split('k=')[1] ?? '', wish: 'pause' })
  expect((await client.ask('/own', { method: 'POST', body: tap })).status).toBe(200)
  expect(await linesOf(world, made.id)).toContain('asks-to-pause')
})

test('an executive who asked for a pause gets no offer from a hand-over, and his wish stays on Today', async () => {
  const { world, held, to } = await met()
  const own = await link(world.platform, 'own', held, world.bernard)
  const tap = new URLSearchParams({ k: own.split('k=')[1] ?? '', wish: 'pause' })
  const client = await world.as(null)
  expect((await client.ask('/own', { method: 'POST', body: tap })).status).toBe(200)

  const made = await to()
  world.now('2027-04-09T08:00Z')
  await tick(world.platform)
  expect((await findOpenSession(world.platform.db, made.id))?.offer ?? null).toBeNull()
  expect(await linesOf(world, made.id)).toContain('asks-to-pause')
})

/** Tom and Mr Bernard met on 16 March; nothing is logged or open, and Uma could take over. */
async function met(policy: Partial<Policy> = {}) {
  const ready = await withUma(policy)
  const held = await aFixedSession(settingOf(ready.world), ready.world.pairing, '2027-03-16T09:00Z')
  ready.world.now('2027-03-16T10:00Z')
  return { ...ready, held }
}

/** The same, logged, so that the next round is open. */
async function metAndLogged(policy: Partial<Policy> = {}) {
  const ready = await withUma(policy)
  await aLoggedSession(ready.world, '2027-03-16T09:00Z', 'Answer one question')
  return ready
}

async function withUma(policy: Partial<Policy>) {
  const world = await aWorld({ policy })
  const { platform, nadia, pairing } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const wish = { id: platform.newId('pai'), mentorId: uma.id }
  const by = { id: nadia.id, door: 'manager' } as const
  return { world, uma, to: async () => have(await handOver(platform, pairing.id, wish, by)) }
}

async function linesOf({ platform, northwind }: World, pairingId: string) {
  const morning = await findMorning(platform, northwind.id)
  return morning
    ? findItems(morning).flatMap((item) => (item.pairingId === pairingId ? [item.kind] : []))
    : []
}
