import { expect, test } from 'vitest'

import { fixSession, pickOne, summaryOf } from './fixing.ts'
import { aJourney, later, MONDAY } from './journey.ts'
import { answer, eventIn, open, press } from './letters.ts'

test('a decline by calendar waits ten minutes; then the mentor gets a CANCEL, and new times are offered', async () => {
  const journey = await aJourney()
  const { bernard, tom, odile, clock, tick, passTo, newMail } = journey
  const { session, toBernard, toTom } = await fixSession(journey)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await passTo(later(MONDAY, 9))
  expect(await newMail()).toEqual([])
  expect(await journey.session()).toMatchObject({ status: 'fixed', start: session.start })

  await clock(later(MONDAY, 10))
  expect(await tick()).toMatchObject({ bump: 1 })
  const letters = await newMail()
  expect(summaryOf(letters)).toEqual([
    `${tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
    expect.stringContaining(`${odile.email}: `),
  ])
  expect(letters[0]?.text).not.toMatch(/Bernard (?:declined|cancelled)|declin/i)

  const bumped = await journey.session()
  expect(bumped).toMatchObject({
    id: session.id,
    status: 'offered',
    start: null,
    bumps: 1,
    options: [{}, {}, {}],
  })
  expect(bumped.options.map(({ start }) => start)).not.toContain(session.start)
  expect((await journey.freeForOther()).includes(session.start ?? '')).toBe(true)

  const again = await pickOne(journey, letters)
  expect(eventIn(again.toBernard)).toMatchObject({ uid: eventIn(toBernard).uid, sequence: 1 })
  expect(eventIn(again.toTom).uid).not.toBe(eventIn(toTom).uid)
  expect(eventIn(again.toTom).sequence).toBe(0)
  expect((await journey.session()).invites).toMatchObject([
    { personId: bernard.id, partstat: 'NEEDS-ACTION' },
    { personId: tom.id, partstat: 'NEEDS-ACTION' },
  ])
})

test('a decline undone within ten minutes has no effect', async () => {
  const journey = await aJourney()
  const { toBernard } = await fixSession(journey)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await journey.clock(later(MONDAY, 6))
  await answer(toBernard, 'ACCEPTED', { now: later(MONDAY, 6) })
  await journey.passTo(later(MONDAY, 20))

  expect(await journey.session()).toMatchObject({
    status: 'fixed',
    bumps: 0,
    invites: [{ partstat: 'ACCEPTED' }, {}],
  })
  expect(await journey.newMail()).toEqual([])
})

test('after the third bump in one round nobody is asked again: the manager decides', async () => {
  const journey = await aJourney()
  let now = MONDAY
  let fixed = await fixSession(journey)
  for (const bumps of [1, 2, 3]) {
    await answer(fixed.toBernard, 'DECLINED', { now })
    now = later(now, 11)
    await journey.passTo(now)
    expect(await journey.session()).toMatchObject({ status: 'offered', bumps })
    if (bumps < 3) fixed = await pickOne(journey)
  }

  expect((await journey.session()).options).toEqual([])
  expect((await journey.newMail()).map(({ to }) => to)).toEqual([journey.tom.email])
  expect(await journey.today()).toContain('bumped-twice')
  await journey.passTo(later(now, 3 * 24 * 60))
  expect(await journey.newMail()).toEqual([])
})

test('the assistant asks for other times by her link: his calendar gets a CANCEL, and the next invite is a new event', async () => {
  const journey = await aJourney()
  const { options } = await journey.offer()
  const [letter] = await journey.newMail(journey.odile)
  if (!letter) throw new Error('nobody was asked')
  const link = letter.link('answer', options[0]?.id)
  await press(link, { choice: options[0]?.id ?? '' })
  const invites = await journey.newMail()
  const uids = invites.map((each) => eventIn(each).uid)

  expect((await press(link, { choice: 'anew' })).status).toBe(200)
  await journey.passTo(later(MONDAY, 10))
  const letters = await journey.newMail()
  expect(summaryOf(letters).slice(0, 2)).toEqual([
    `${journey.bernard.email}: CANCEL 1 of ${uids[0]}`,
    `${journey.tom.email}: CANCEL 1 of ${uids[1]}`,
  ])
  const again = await pickOne(journey, letters)
  expect(uids).not.toContain(eventIn(again.toBernard).uid)
  expect(eventIn(again.toBernard).sequence).toBe(0)
})

test('everybody who opens the event can ask to decline, but only the invited person confirms it, from his own mail', async () => {
  const journey = await aJourney()
  const { toBernard } = await fixSession(journey)
  await press(toBernard.link('invite'), { answer: 'decline' })
  const [confirmation] = await journey.newMail()
  if (!confirmation) throw new Error('he was not asked')
  expect(confirmation.to).toBe(journey.bernard.email)
  await journey.passTo(later(MONDAY, 30))
  expect(await journey.session()).toMatchObject({ status: 'fixed', bumps: 0 })

  expect((await open(confirmation.link('confirm'))).status).toBe(200)
  expect((await journey.session()).invites[0]?.partstat).toBe('NEEDS-ACTION')
  await press(confirmation.link('confirm'), {})
  expect((await journey.session()).invites[0]).toMatchObject({ partstat: 'DECLINED', answeredVia: 'link' })
  await journey.passTo(later(MONDAY, 41))
  expect(await journey.session()).toMatchObject({ status: 'offered', bumps: 1 })
})

test('who presses for him uses nothing up: the mail that asks comes again the next day, and each of its links works', async () => {
  const journey = await aJourney()
  const { toBernard } = await fixSession(journey)
  const ask = async () => {
    for (const _ of [1, 2, 3]) await press(toBernard.link('invite'), { answer: 'decline' })
    return journey.newMail()
  }
  expect(await ask()).toHaveLength(1)
  await journey.passTo(later(MONDAY, 23 * 60))
  expect(await ask()).toHaveLength(0)
  await journey.passTo(later(MONDAY, 25 * 60))
  const [again] = await ask()
  if (!again) throw new Error('he was not asked again')
  await press(again.link('confirm'), {})
  expect((await journey.session()).invites[0]).toMatchObject({ partstat: 'DECLINED', answeredVia: 'link' })
})

test('a mentor’s decline is no bump: it is first on Today, and the executive gets no mail', async () => {
  const journey = await aJourney()
  const { toTom } = await fixSession(journey)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  await journey.passTo(later(MONDAY, 60))

  expect(await journey.session()).toMatchObject({ status: 'fixed', bumps: 0 })
  expect((await journey.today())[0]).toBe('mentor-cannot')
  expect(await journey.newMail()).toEqual([])
})

test('a TENTATIVE answer frees nothing; two days before, it is on Today', async () => {
  const journey = await aJourney()
  const { toBernard, session } = await fixSession(journey)
  await answer(toBernard, 'TENTATIVE', { now: MONDAY })
  await journey.passTo(later(MONDAY, 60))
  expect(await journey.session()).toMatchObject({
    status: 'fixed',
    start: session.start,
    invites: [{ partstat: 'TENTATIVE' }, {}],
  })
  expect(await journey.today()).toEqual([])
  await journey.clock(later(session.start, -24 * 60))
  expect(await journey.today()).toEqual(['tentative'])
})
