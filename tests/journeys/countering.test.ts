import { expect, test } from 'vitest'

import type { Interval } from '../../worker/domain/time/time.ts'
import { at } from '../support/times.ts'
import { fixSession, summaryOf } from './fixing.ts'
import { aJourney, later, MONDAY, type SessionJson } from './journey.ts'
import { answer, eventIn } from './letters.ts'

test('a time proposed by calendar waits for the manager; when accepted, both get a new revision of their own event', async () => {
  const journey = await aJourney()
  const { session, toBernard, toTom } = await fixSession(journey)
  const propose = dayLater(session)
  await answer(toBernard, { propose }, { now: MONDAY })

  const waiting = await journey.session()
  expect(waiting).toMatchObject({
    status: 'fixed',
    start: session.start,
    proposals: [{ start: later(session.start, DAY) }],
  })
  expect(await journey.today()).toContain('counter')
  expect(await journey.newMail()).toEqual([])

  await journey.post(`/sessions/${session.id}/counters/${waiting.proposals[0]?.id}/acceptance`)
  expect(await journey.session()).toMatchObject({
    status: 'fixed',
    start: later(session.start, DAY),
    sequence: 1,
    proposals: [],
    bumps: 1,
  })
  expect(summaryOf(await journey.newMail())).toEqual([
    `${journey.bernard.email}: REQUEST 1 of ${eventIn(toBernard).uid}`,
    `${journey.tom.email}: REQUEST 1 of ${eventIn(toTom).uid}`,
  ])
})

test('where the programme accepts free times, the same mail moves the session at once', async () => {
  const journey = await aJourney({ counters: 'accept' })
  const { session, toBernard } = await fixSession(journey)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })
  expect(await journey.session()).toMatchObject({
    start: later(session.start, DAY),
    sequence: 1,
    proposals: [],
  })
  expect(await journey.newMail()).toHaveLength(2)
})

test('a refused proposal is answered to the proposer alone, at the current revision', async () => {
  const journey = await aJourney()
  const { session, toBernard } = await fixSession(journey)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })
  const [proposal] = (await journey.session()).proposals
  await journey.post(`/sessions/${session.id}/counters/${proposal?.id}/refusal`)

  expect(summaryOf(await journey.newMail())).toEqual([
    `${journey.bernard.email}: DECLINECOUNTER 0 of ${eventIn(toBernard).uid}`,
  ])
  expect(await journey.session()).toMatchObject({ start: session.start, sequence: 0, proposals: [] })
})

test('decline and propose: the proposal takes the place of the decline', async () => {
  const journey = await aJourney()
  const { session, toBernard } = await fixSession(journey)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await journey.clock(later(MONDAY, 3))
  await answer(toBernard, { propose: dayLater(session) }, { now: later(MONDAY, 3) })
  await journey.passTo(later(MONDAY, 30))

  expect(await journey.session()).toMatchObject({ status: 'fixed', bumps: 0, proposals: [{}] })
  expect(await journey.newMail()).toEqual([])
})

test('a proposed time at which the mentor is busy is refused by the same judge as an offer’s', async () => {
  const journey = await aJourney({ counters: 'accept' })
  const { session, toBernard } = await fixSession(journey)
  const start = later(session.start, DAY)
  const booked = await journey.post('/sessions', { pairingId: journey.other.id, start })
  expect(booked.status).toBe(201)
  await journey.newMail()
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })

  const [proposal] = (await journey.session()).proposals
  expect(await journey.session()).toMatchObject({ start: session.start })
  const refused = await journey.post(`/sessions/${session.id}/counters/${proposal?.id}/acceptance`, {
    reason: 'please',
  })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'slot-taken' } } })
})

test('a stranger’s proposal waits for a human', async () => {
  const journey = await aJourney({ counters: 'accept' })
  const { session, toBernard } = await fixSession(journey)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY, from: 'somebody@elsewhere.example' })
  expect(await journey.session()).toMatchObject({ start: session.start, proposals: [] })
  expect(await journey.today()).toContain('answer-waiting')
})

const DAY = 24 * 60

function dayLater({ start, end }: SessionJson): Interval {
  return { start: at(later(start, DAY)), end: at(later(end, DAY)) }
}
