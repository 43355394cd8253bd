import { expect, test } from 'vitest'

import { logOutcome } from '../../../worker/actions/session/log-outcome.ts'
import type { OutcomeRequest } from '../../../worker/actions/session/log-outcome.ts'
import type { StandardFormat } from '../../../worker/domain/path/house.ts'
import { tick } from '../../../worker/http/dev/tick.ts'
import { listFormats } from '../../../worker/storage/path/format.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import { submitted } from '../../support/forms.ts'
import { HAPPENED } from '../../support/logged-session.ts'
import { aFixedSession, aMentor, aWorld, have, settingOf, type World } from '../../support/world.ts'

type PathTold = {
  readonly stage: string
  readonly aim: string | null
  readonly done: readonly Readonly<Record<string, unknown>>[]
  readonly next: readonly {
    readonly formatId: string
    readonly name: string
    readonly reasons: readonly string[]
  }[]
}

test('the aim is set and read on page and API; another act comes first with it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/pairings/${world.pairing.id}`
  expect((await nadia.get(path)).body).toMatchObject({ aim: null })
  expect((await nadia.patch(path, { aim: 'fame' })).status).toBe(422)
  expect((await nadia.patch(path, { aim: 'align' })).body).toMatchObject({ aim: 'align' })
  expect((await nadia.patch(path, { place: null })).body).toMatchObject({ aim: 'align' })
  expect(String((await nadia.get(`/pairings/${world.pairing.id}`)).body)).toMatch(/value="align" selected/)

  expect((await submitted(nadia, `/pairings/${world.pairing.id}`, { aim: 'filters' })).status).toBe(303)
  expect((await nadia.get(path)).body).toMatchObject({ aim: 'filters' })
  expect((await nadia.patch(path, { aim: null })).body).toMatchObject({ aim: null })
})

test('a new pairing begins with the first meeting; what follows says why', async () => {
  const world = await aWorld()
  const begun = await pathOf(world)
  expect(begun).toMatchObject({ stage: 'curious', aim: null, track: null, done: [] })
  expect(begun.next[0]).toMatchObject({ name: 'First meeting', smaller: false, reasons: ['first-meeting'] })

  const first = await held(world, '2027-03-16T09:00Z', { evidence: 'reading', commitment: 'Read one thread' })
  const path = await pathOf(world)
  expect(path.stage).toBe('reading')
  expect(path.done).toMatchObject([
    {
      ...{ formatId: await idOf(world, 'first-meeting'), sessionId: first, at: '2027-03-16T09:00:00Z' },
      ...{ result: 'happened', lastDone: null, commitmentDone: null, evidence: 'reading' },
    },
  ])
  expect(path.next.map(({ name }) => name)).not.toContain('First meeting')
  expect(path.next.map(({ name }) => name)).not.toContain('Read with me')
  expect(path.next[0]).toMatchObject({
    name: 'One question, answered once in public',
    reasons: ['leads-to'],
    words: ['It leads to something that has not been seen yet: answering in the open.'],
  })
})

test('what was cut short, or was not done, comes again smaller, once', async () => {
  const world = await aWorld()
  await held(world, '2027-03-16T09:00Z', {})
  await held(world, '2027-03-17T09:00Z', { result: 'cut-short', commitment: 'Read one thread' })
  const [again] = (await pathOf(world)).next
  expect(again).toMatchObject({
    name: 'Read with me',
    smaller: true,
    reasons: ['smaller', 'cut-short', 'leads-to'],
  })

  await held(world, '2027-03-18T09:00Z', { lastDone: 'no', commitment: 'Read it' })
  await held(world, '2027-03-19T09:00Z', { lastDone: 'no' })
  const { next, done } = await pathOf(world)
  expect(done.map(({ commitmentDone }) => commitmentDone)).toEqual([null, 'no', 'no', null])
  expect(next.map(({ name }) => name)).not.toContain('Read with me')
})

test('what came before belongs to the executive: another mentor goes on, and reads no other’s sessions', async () => {
  const world = await aWorld()
  await (await world.as(world.nadia)).patch(`/api/v1/pairings/${world.pairing.id}`, { aim: 'scale' })
  await held(world, '2027-03-16T09:00Z', { evidence: 'reading' })
  const nadia = await world.as(world.nadia)
  const uma = await aMentor(settingOf(world), 'Uma Roy')
  await submitted(nadia, `/pairings/${world.pairing.id}/hand-over`, { mentorId: uma.id })
  const { body } = await nadia.get(`/api/v1/pairings?programme=${world.northwind.id}`)
  const pairing = (body as { pairings: { id: string; mentorId: string }[] }).pairings.find(
    ({ mentorId }) => mentorId === uma.id,
  )
  const path = `/api/v1/pairings/${pairing?.id}/path`
  const managers = (await nadia.get(path)).body as PathTold
  expect(managers).toMatchObject({ stage: 'reading', aim: 'scale', done: [{ evidence: 'reading' }] })
  const umas = (await (await world.as(uma)).get(path)).body as PathTold
  expect(umas).toEqual({ ...managers, done: [] })
  expect((await (await world.as(world.tom)).get(path)).status).toBe(404)
})

test('after the closing talk nothing is proposed, and no round opens by itself', async () => {
  const world = await aWorld()
  const closing = await idOf(world, 'closing-talk')
  const session = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  const choose = await world.as(world.nadia)
  const chosen = await choose.post(`/api/v1/sessions/${session.id}/format`, { formatId: closing })
  expect(chosen.status).toBe(200)
  await loggedAt(world, session.id, '2027-03-16T09:40Z', {})
  expect((await pathOf(world)).next).toEqual([])
  expect(await findOpenSession(world.platform.db, world.pairing.id)).toBeNull()
  const page = await (await world.as(world.nadia)).get(`/pairings/${world.pairing.id}`)
  expect(String(page.body)).toContain('The closing talk has been held')

  world.now('2027-06-16T09:40Z')
  await tick(world.platform)
  const today = await (await world.as(world.nadia)).get('/api/v1/today')
  expect(JSON.stringify(today.body)).not.toContain('no-next-date')
  expect(await findOpenSession(world.platform.db, world.pairing.id)).toBeNull()
  const nadia = await world.as(world.nadia)
  const offer = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  expect(offer.status).toBe(201)
})

test('the chips of a log are what its format suggests to carry on with', async () => {
  const world = await aWorld()
  await held(world, '2027-03-16T09:00Z', {})
  await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T10:00Z')
  const page = String((await (await world.as(world.tom)).get('/mine')).body)
  expect(page.indexOf('Read that thread to its end')).toBeGreaterThan(0)
  expect(page.indexOf('Read that thread to its end')).toBeLessThan(
    page.indexOf('Answer one question in public'),
  )
})

/** A session that took place, with its log. */
async function held(world: World, start: string, log: Partial<OutcomeRequest>) {
  const session = await aFixedSession(settingOf(world), world.pairing, start)
  return loggedAt(world, session.id, start.replace(':00Z', ':40Z'), log)
}

async function loggedAt(world: World, id: `ses_${string}`, at: string, log: Partial<OutcomeRequest>) {
  world.now(at)
  have(await logOutcome(world.platform, id, { ...HAPPENED, ...log }, { id: world.tom.id, door: 'link' }))
  return id
}

async function pathOf(world: World): Promise<PathTold> {
  const nadia = await world.as(world.nadia)
  return (await nadia.get(`/api/v1/pairings/${world.pairing.id}/path`)).body as PathTold
}

async function idOf(world: World, name: StandardFormat) {
  const formats = await listFormats(world.platform.db, world.northwind.id)
  return formats.find(({ standard }) => standard === name)?.id
}
