import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { handOver } from '../../../worker/actions/pairing/hand-over.ts'
import { logOutcome, type OutcomeRequest } from '../../../worker/actions/session/log-outcome.ts'
import type { Pairing } from '../../../worker/domain/pairing/pairing.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'
import type { Person } from '../../../worker/domain/people/person.ts'
import type { Session } from '../../../worker/domain/session/session.ts'
import { tick } from '../../../worker/http/dev/tick.ts'
import { listFormats } from '../../../worker/storage/path/format.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import {
  aFixedSession,
  aMentor,
  aPairing,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../../support/world.ts'

test('an executive with two mentors has one first meeting, also where both dates were fixed before it', async () => {
  const world = await aWorld()
  const uma = await aMentor(settingOf(world), 'Uma Roy')
  const other = await aPairing(settingOf(world), uma, world.bernard)
  const toms = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  const umas = await aFixedSession(settingOf(world), other, '2027-03-16T14:00Z')
  world.now('2027-03-15T16:30Z')
  await tick(world.platform)
  await logged(world, toms, '2027-03-16T10:00Z', world.tom)
  await logged(world, umas, '2027-03-16T15:00Z', uma)
  const held = await env.DB.prepare(
    "SELECT count(*) AS count FROM sessions WHERE status = 'happened' AND format_id = ?",
  )
    .bind(await idOf(world, 'first-meeting'))
    .first()
  expect(held).toEqual({ count: 1 })
})

test('the closing talk of a workshop silences no other pairing of the same executive', async () => {
  const world = await aWorld()
  const { uma, workshop } = await aClosedWorkshop(world)
  expect((await pathOf(world, workshop, uma)).body).toMatchObject({ next: [] })
  const mentoring = (await pathOf(world, world.pairing)).body as PathTold
  expect(mentoring.next.length).toBeGreaterThan(0)
})

test('a mentoring that begins after a workshop was closed has a path of its own', async () => {
  const world = await aWorld()
  await aClosedWorkshop(world)
  const begun = await aPairing(settingOf(world), await aMentor(settingOf(world), 'Mia Berg'), world.bernard)
  const { next } = (await pathOf(world, begun)).body as PathTold
  expect(next.length).toBeGreaterThan(0)
})

test('a mentor whose pairing has ended reads nothing of how far the executive has come since', async () => {
  const world = await aWorld()
  const uma = await aMentor(settingOf(world), 'Uma Roy')
  const wish = { id: world.platform.newId('pai'), mentorId: uma.id }
  const next = have(await handOver(world.platform, world.pairing.id, wish, asManager(world.nadia)))
  const session = await aFixedSession(settingOf(world), next, '2027-03-17T09:00Z')
  await logged(world, session, '2027-03-17T10:00Z', uma, { evidence: 'posting' })
  const nadia = await world.as(world.nadia)
  await nadia.patch(`/api/v1/people/${world.bernard.id}`, { blockers: ['handled'] })
  const { body } = await pathOf(world, world.pairing, world.tom)
  expect(JSON.stringify(body)).not.toMatch(/posting|being shown only what has been prepared/)
})

test('a log that says after all that the closing talk was held takes the next round back', async () => {
  const world = await aWorld()
  const session = await aClosingTalk(world, world.pairing, '2027-03-17T09:00Z')
  await logged(world, session, '2027-03-17T10:00Z', world.tom, { result: 'did-not-happen' })
  await logged(world, session, '2027-03-17T10:05Z', world.tom)
  expect(await findOpenSession(world.platform.db, world.pairing.id)).toBeNull()
})

test('after the closing talk a date that passed without a log does not keep a manager from offering times', async () => {
  const world = await aWorld()
  const session = await aClosingTalk(world, world.pairing, '2027-03-17T09:00Z')
  await logged(world, session, '2027-03-17T10:00Z', world.tom)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-24T09:00Z')
  for (const day of ['2027-03-26T10:00Z', '2027-04-20T08:00Z']) {
    world.now(day)
    await tick(world.platform)
  }
  const nadia = await world.as(world.nadia)
  expect(await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })).toMatchObject({ status: 201 })
})

test('two who meet by telephone begin with what works so, whatever the reason for the telephone', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const place = { kind: 'phone', number: '+33 1 23 45 67 89' }
  await nadia.patch(`/api/v1/pairings/${world.pairing.id}`, { aim: 'align', place })
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await logged(world, session, '2027-03-16T10:00Z', world.tom, { evidence: 'reading' })
  const { next } = (await pathOf(world, world.pairing)).body as PathTold
  expect(next[0]).toMatchObject({ name: 'Voice to post', reasons: expect.arrayContaining(['phone']) })
})

type PathTold = { readonly next: readonly { readonly name: string; readonly reasons: readonly string[] }[] }

/** Tom and Mr Bernard have met once; Uma's workshop with him has had its closing talk. */
async function aClosedWorkshop(world: World) {
  const first = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await logged(world, first, '2027-03-16T10:00Z', world.tom)
  const uma = await aMentor(settingOf(world), 'Uma Roy')
  const workshop = await aPairing(settingOf(world), uma, world.bernard, 'active', 'workshop')
  const session = await aClosingTalk(world, workshop, '2027-03-17T09:00Z')
  await logged(world, session, '2027-03-17T10:00Z', uma)
  return { uma, workshop }
}

async function aClosingTalk(world: World, pairing: Pairing, start: string): Promise<Session> {
  const session = await aFixedSession(settingOf(world), pairing, start)
  const nadia = await world.as(world.nadia)
  const formatId = await idOf(world, 'closing-talk')
  expect((await nadia.post(`/api/v1/sessions/${session.id}/format`, { formatId })).status).toBe(200)
  return session
}

async function logged(
  world: World,
  { id }: Session,
  at: string,
  mentor: Person,
  log: Partial<OutcomeRequest> = {},
) {
  world.now(at)
  have(await logOutcome(world.platform, id, { ...HAPPENED, ...log }, { id: mentor.id, door: 'link' }))
}

async function pathOf(world: World, { id }: Pairing, reader: Person = world.nadia) {
  return (await world.as(reader)).get(`/api/v1/pairings/${id}/path`)
}

async function idOf(world: World, name: StandardFormat) {
  const formats = await listFormats(world.platform.db, world.northwind.id)
  return formats.find(({ standard }) => standard === name)?.id
}
