import { expect, test } from 'vitest'

import type { Interval } from '../../worker/domain/time/time.ts'
import { at } from '../support/times.ts'
import { fix, told } from './fixing.ts'
import { answer, eventIn } from './letters.ts'
import { aStage, later, MONDAY, type SessionJson } from './stage.ts'

test('a time proposed from the calendar waits for one tap; taken, both get a new revision of their own event', async () => {
  const stage = await aStage()
  const { session, toBernard, toTom } = await fix(stage)
  const propose = dayLater(session)
  await answer(toBernard, { propose }, { now: MONDAY })

  const waiting = await stage.session()
  expect(waiting).toMatchObject({
    status: 'fixed',
    start: session.start,
    proposals: [{ start: later(session.start, DAY) }],
  })
  expect(await stage.today()).toContain('counter')
  expect(await stage.newMail()).toEqual([])

  await stage.post(`/sessions/${session.id}/counters/${waiting.proposals[0]?.id}/acceptance`)
  expect(await stage.session()).toMatchObject({
    status: 'fixed',
    start: later(session.start, DAY),
    sequence: 1,
    proposals: [],
    bumps: 0,
  })
  expect(told(await stage.newMail())).toEqual([
    `${stage.bernard.email}: REQUEST 1 of ${eventIn(toBernard).uid}`,
    `${stage.tom.email}: REQUEST 1 of ${eventIn(toTom).uid}`,
  ])
})

test('where the programme accepts free times, the same mail moves the session at once', async () => {
  const stage = await aStage({ counters: 'accept' })
  const { session, toBernard } = await fix(stage)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })
  expect(await stage.session()).toMatchObject({
    start: later(session.start, DAY),
    sequence: 1,
    proposals: [],
  })
  expect(await stage.newMail()).toHaveLength(2)
})

test('refused, only the proposer is told, at the revision that stands', async () => {
  const stage = await aStage()
  const { session, toBernard } = await fix(stage)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })
  const [proposal] = (await stage.session()).proposals
  await stage.post(`/sessions/${session.id}/counters/${proposal?.id}/refusal`)

  expect(told(await stage.newMail())).toEqual([
    `${stage.bernard.email}: DECLINECOUNTER 0 of ${eventIn(toBernard).uid}`,
  ])
  expect(await stage.session()).toMatchObject({ start: session.start, sequence: 0, proposals: [] })
})

test('decline and propose: the proposal takes the place of the decline', async () => {
  const stage = await aStage()
  const { session, toBernard } = await fix(stage)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await stage.clock(later(MONDAY, 3))
  await answer(toBernard, { propose: dayLater(session) }, { now: later(MONDAY, 3) })
  await stage.passTo(later(MONDAY, 30))

  expect(await stage.session()).toMatchObject({ status: 'fixed', bumps: 0, proposals: [{}] })
  expect(await stage.newMail()).toEqual([])
})

test('a proposed time at which the mentor is taken is refused by the same judge that makes offers', async () => {
  const stage = await aStage({ counters: 'accept' })
  const { session, toBernard } = await fix(stage)
  const start = later(session.start, DAY)
  const booked = await stage.post('/sessions', { pairingId: stage.other.id, start })
  expect(booked.status).toBe(201)
  await stage.newMail()
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY })

  const [proposal] = (await stage.session()).proposals
  expect(await stage.session()).toMatchObject({ start: session.start })
  const refused = await stage.post(`/sessions/${session.id}/counters/${proposal?.id}/acceptance`, {
    reason: 'please',
  })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'slot-taken' } } })
})

test('a stranger’s proposal waits for a human', async () => {
  const stage = await aStage({ counters: 'accept' })
  const { session, toBernard } = await fix(stage)
  await answer(toBernard, { propose: dayLater(session) }, { now: MONDAY, from: 'somebody@elsewhere.example' })
  expect(await stage.session()).toMatchObject({ start: session.start, proposals: [] })
  expect(await stage.today()).toContain('answer-waiting')
})

const DAY = 24 * 60

function dayLater({ start, end }: SessionJson): Interval {
  return { start: at(later(start, DAY)), end: at(later(end, DAY)) }
}
