import { expect, test } from 'vitest'

import { changePerson } from '../../worker/actions/people/change.ts'
import { confirmPlan } from '../../worker/actions/plan/confirm.ts'
import { makePlan } from '../../worker/actions/plan/make.ts'
import type { Session } from '../../worker/domain/session/session.ts'
import { after, DAY } from '../../worker/domain/time/time.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { submitted } from '../support/forms.ts'
import { link } from '../support/links.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  type World,
} from '../support/world.ts'

const LINE = { error: { code: 'reporting-line' } }

test('a line that changes later refuses offers, bookings and free times, and stands on Today with who reports to whom', async () => {
  const world = await aWorld()
  await reportsTo(world, world.tom, world.bernard)
  const nadia = await world.as(world.nadia)
  const { id } = world.pairing

  const asked = [
    await nadia.post('/api/v1/offers', { pairingId: id }),
    await nadia.post('/api/v1/sessions', { pairingId: id, start: '2027-03-17T09:00:00Z' }),
    await nadia.post('/api/v1/sessions', { pairingId: id, start: '2027-03-17T09:00:00Z', reason: 'agreed' }),
    await nadia.get(`/api/v1/pairings/${id}/slots`),
  ]
  expect(asked.map(({ status }) => status)).toEqual([409, 409, 409, 409])
  for (const { body } of asked) expect(body).toMatchObject(LINE)

  expect(await linesOf(world)).toEqual([
    expect.objectContaining({
      kind: 'reporting-line',
      pairingId: id,
      personId: world.tom.id,
      action: 'hand-over',
      reports: { personId: world.tom.id, managerId: world.bernard.id, steps: 1 },
    }),
  ])
  const today = await nadia.get('/today')
  expect(today.body).toContain('Tom Leroy reports to Claude Bernard.')
  expect(today.body).toContain(`href="/pairings/${id}#hand-over"`)
  const page = await nadia.get(`/pairings/${id}`)
  expect(page.body).toContain('Tom Leroy reports to Claude Bernard.')
  expect(page.body).not.toContain('Book without an offer')

  await reportsTo(world, world.tom, null)
  expect(await linesOf(world)).toEqual([])
})

test('an executive never meets his superior, however far above; a mentor from two steps below may, unless he is handled', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const boss = await aPersonIn(here, 'assistant', { name: 'Bea Boss' })
  await reportsTo(world, world.bernard, boss)
  await reportsTo(world, boss, world.tom)
  expect(await offered(world)).toMatchObject(LINE)

  await reportsTo(world, boss, null)
  await reportsTo(world, world.bernard, null)
  await reportsTo(world, boss, world.bernard)
  await reportsTo(world, world.tom, boss)
  expect(await linesOf(world)).toEqual([])

  const by = asManager(world.nadia)
  have(await changePerson(world.platform, world.bernard.id, { blockers: ['handled'] }, by))
  expect(await offered(world)).toMatchObject(LINE)
  expect(await linesOf(world)).toEqual([
    expect.objectContaining({ kind: 'reporting-line', reports: expect.objectContaining({ steps: 2 }) }),
  ])
})

test('a date that is fixed stands: it is named, and neither moved nor handed into the line', async () => {
  const world = await aWorld()
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-24T09:00Z')
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  await reportsTo(world, world.tom, world.bernard)
  await reportsTo(world, uma, world.bernard)
  const nadia = await world.as(world.nadia)

  const time = { start: '2027-03-25T09:00:00Z' }
  const moves = [time, { ...time, reason: 'agreed' }, { ...time, mentorId: uma.id }]
  for (const move of moves)
    expect((await nadia.post(`/api/v1/sessions/${session.id}/time`, move)).body).toMatchObject(LINE)
  const handed = await submitted(nadia, `/pairings/${world.pairing.id}/hand-over`, { mentorId: uma.id })
  expect(handed.status).toBe(409)
  expect(await linesOf(world)).toContainEqual(
    expect.objectContaining({ kind: 'reporting-line', sessionId: session.id }),
  )
  expect((await nadia.get('/today')).body).toContain('The date that is fixed stands until you decide.')
  expect(await findSession(world.platform.db, session.id)).toMatchObject({
    status: 'fixed',
    time: session.time,
  })
})

test('a stand-in goes back to the pairing’s own mentor only while they are in no line', async () => {
  const world = await aWorld()
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-24T09:00Z')
  const nadia = await world.as(world.nadia)
  const to = (mentorId: string) =>
    nadia.post(`/api/v1/sessions/${session.id}/time`, { start: '2027-03-24T09:00:00Z', mentorId })
  expect((await to(uma.id)).status).toBe(200)
  await reportsTo(world, world.tom, world.bernard)
  expect((await to(world.tom.id)).body).toMatchObject(LINE)
})

test('an offer from before: whoever answers hears that a human decides and not why, and a time of his own waits', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  const answer = await link(world.platform, 'answer', session, world.odile)
  await reportsTo(world, world.tom, world.bernard)
  const option = session.offer?.options[0]
  const client = await world.as(null)
  const tapped = (fields: Record<string, string>) =>
    submitted(client, '/answer', { k: answer.split('k=')[1] ?? '', ...fields })

  const picked = await tapped({ choice: option?.id ?? '' })
  expect(picked.status).toBe(409)
  expect(picked.body).toContain('will look at it, and write to you')
  expect(picked.body).not.toMatch(/reports|reporting/i)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ status: 'offered' })

  const nadia = await world.as(world.nadia)
  const forHim = await nadia.post(`/api/v1/offers/${session.offer?.id}/answer`, { optionId: option?.id })
  expect(forHim.body).toMatchObject(LINE)

  const own = await tapped({ choice: 'own', date: '2027-03-24', time: '14:00' })
  expect(own.status).toBe(200)
  const proposed = await findSession(world.platform.db, session.id)
  expect(proposed).toMatchObject({ status: 'offered', proposals: [{ state: 'waiting' }] })
  const accepted = await nadia.post(
    `/api/v1/sessions/${session.id}/counters/${proposed?.proposals[0]?.id}/acceptance`,
    {},
  )
  expect(accepted.body).toMatchObject(LINE)
})

test('the clock offers nothing again, and a plan leaves the pairing out or fails its row', async () => {
  const world = await aWorld()
  const { platform, northwind, nadia } = world
  const wish = { id: platform.newId('pln'), programmeId: northwind.id, standIns: false, madeBy: nadia.id }
  const before = have(await makePlan(platform, wish))
  await reportsTo(world, world.tom, world.bernard)
  const confirmed = have(await confirmPlan(platform, before.id, asManager(nadia)))
  expect(confirmed.rows).toEqual([
    expect.objectContaining({
      state: 'failed',
      refusal: expect.objectContaining({ reason: 'reporting-line' }),
    }),
  ])
  const later = have(await makePlan(platform, { ...wish, id: platform.newId('pln') }))
  expect(later).toMatchObject({ rows: [], leftOver: [{ reason: 'reporting-line' }] })
})

test('an offer that runs out in a reporting line is not made again by the clock', async () => {
  const world = await aWorld()
  const session = await anOffer(settingOf(world), world.pairing)
  await reportsTo(world, world.tom, world.bernard)
  const until = session.offer?.heldUntil ?? world.platform.now()
  world.now(new Date(after(until, DAY)).toISOString())
  await tick(world.platform)
  await tick(world.platform)
  expect(await findSession(world.platform.db, session.id)).toMatchObject({ offer: { status: 'expired' } })
  expect(await linesOf(world)).toEqual([expect.objectContaining({ kind: 'reporting-line' })])
})

test('the form for a pairing has no reason to write, and a hand-over neither', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const lea = await aPersonIn(settingOf(world), 'executive', { name: 'Lea Duval' })
  await reportsTo(world, lea, uma)
  const pair = { mentorId: uma.id, executiveId: lea.id, kind: 'workshop', programmeId: world.northwind.id }
  const refused = await submitted(nadia, '/pairings', { ...pair, override: 'They get on.' })
  expect(refused.status).toBe(409)
  expect(refused.body).not.toContain('name="override"')
  expect(await aPairing(settingOf(world), world.tom, lea)).toMatchObject({ status: 'active' })
})

async function reportsTo(
  world: World,
  who: { readonly id: Session['mentorId'] },
  superior: typeof who | null,
) {
  const change = { reportsTo: superior?.id ?? null }
  have(await changePerson(world.platform, who.id, change, asManager(world.nadia)))
}

async function offered({ as, nadia, pairing }: World) {
  return (await (await as(nadia)).post('/api/v1/offers', { pairingId: pairing.id })).body
}

async function linesOf({ as, nadia, northwind }: World): Promise<readonly unknown[]> {
  const { body } = await (await as(nadia)).get(`/api/v1/today?programme=${northwind.id}`)
  return Array.from(Object(body).items)
}
