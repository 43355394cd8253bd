import { expect, test } from 'vitest'

import { fallbackAt } from '../../worker/domain/session/mentor-cannot.ts'
import { iso } from '../../worker/domain/time/time.ts'
import { at } from '../support/times.ts'
import { fixSession, pickOne, summaryOf } from './fixing.ts'
import { aJourney, later, MONDAY } from './journey.ts'
import { answer, eventIn } from './letters.ts'

test('nobody acts for a mentor who cannot come: half-way the executive gets a CANCEL and other times, without a bump', async () => {
  const journey = await aJourney()
  const { toTom, toBernard, session } = await fixSession(journey)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  const halfWay = iso(
    fallbackAt({ saidAt: at(MONDAY), start: at(session.start ?? '') }, () => 'Europe/Paris'),
  )
  await journey.passTo(later(halfWay, -1))
  expect(await journey.session()).toMatchObject({ status: 'fixed' })

  await journey.clock(halfWay)
  expect(await journey.tick()).toMatchObject({ 'mentor-cannot': 1 })
  expect(await journey.session()).toMatchObject({ status: 'offered', start: null, bumps: 0 })
  const letters = await journey.newMail()
  expect(summaryOf(letters).slice(0, 2)).toEqual([
    `${journey.bernard.email}: CANCEL 1 of ${eventIn(toBernard).uid}`,
    `${journey.tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
  ])
  expect(letters[0]?.text).not.toMatch(/declin|cannot|could not|prevented/i)
  expect(letters.at(-1)?.to).toBe(journey.odile.email)
  expect((await journey.session()).options.map(({ start }) => start)).not.toContain(session.start)

  const again = await pickOne(journey, letters)
  expect(eventIn(again.toBernard).sequence).toBe(0)
  expect(await journey.today()).toEqual([])
})

test('an ACCEPT of the mentor stops it', async () => {
  const journey = await aJourney()
  const { toTom, session } = await fixSession(journey)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  await journey.clock(later(MONDAY, 60))
  await answer(toTom, 'ACCEPTED', { now: later(MONDAY, 60) })
  await journey.passTo(later(session.start, -30))
  expect(await journey.session()).toMatchObject({ status: 'fixed', start: session.start })
})

test('the executive who declines meanwhile goes first: it is his bump', async () => {
  const journey = await aJourney()
  const { toTom, toBernard } = await fixSession(journey)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  await journey.clock(later(MONDAY, 5))
  await answer(toBernard, 'DECLINED', { now: later(MONDAY, 5) })
  await journey.passTo(later(MONDAY, 16))
  expect(await journey.session()).toMatchObject({ status: 'offered', bumps: 1 })
})

test('a mentor who said yes stands in: the executive’s event goes on, the old mentor gets a CANCEL', async () => {
  const journey = await aJourney()
  const uma = await journey.mentor('Uma Rao')
  const patched = await journey.patch(`/programmes/${journey.programmeId}`, {
    policy: { standIns: [uma.id] },
  })
  expect(patched).toMatchObject({ status: 200, body: { policy: { standIns: [uma.id] } } })
  const { toTom, toBernard, session } = await fixSession(journey)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  await journey.passTo(later(session.start, -60))

  expect(await journey.session()).toMatchObject({ status: 'fixed', start: session.start, mentorId: uma.id })
  const letters = await journey.newMail()
  expect(summaryOf(letters.filter(({ to }) => to !== uma.email)).toSorted()).toEqual([
    `${journey.bernard.email}: REQUEST 1 of ${eventIn(toBernard).uid}`,
    `${journey.tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
  ])
  expect(letters.some(({ to }) => to === uma.email)).toBe(true)
  const today = JSON.stringify((await journey.get('/today')).body)
  expect(today).not.toContain(session.id)
  expect(today).not.toContain(journey.pairing.id)
})

test('only mentors of the programme can be named as stand-ins', async () => {
  const journey = await aJourney()
  const to = `/programmes/${journey.programmeId}`
  const refused = await journey.patch(to, { policy: { standIns: [journey.odile.id] } })
  expect(refused).toMatchObject({ status: 409, body: { error: { code: 'not-a-mentor' } } })
  expect(await journey.patch(to, { policy: { standIns: null } })).toMatchObject({
    body: { policy: { standIns: [] } },
  })
})
