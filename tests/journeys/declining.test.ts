import { expect, test } from 'vitest'

import { fix, pickOne, told } from './fixing.ts'
import { answer, eventIn, open, press } from './letters.ts'
import { aStage, later, MONDAY } from './stage.ts'

test('a decline from the calendar waits ten minutes; then the mentor alone hears of it, and new times go out', async () => {
  const stage = await aStage()
  const { bernard, tom, odile, clock, tick, passTo, newMail } = stage
  const { session, toBernard, toTom } = await fix(stage)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await passTo(later(MONDAY, 9))
  expect(await newMail()).toEqual([])
  expect(await stage.session()).toMatchObject({ status: 'fixed', start: session.start })

  await clock(later(MONDAY, 10))
  expect(await tick()).toMatchObject({ bumpDeclined: 1 })
  const letters = await newMail()
  expect(told(letters)).toEqual([
    `${tom.email}: CANCEL 1 of ${eventIn(toTom).uid}`,
    expect.stringContaining(`${odile.email}: `),
  ])
  expect(letters[0]?.text).not.toMatch(/Bernard (?:declined|cancelled)|declin/i)

  const bumped = await stage.session()
  expect(bumped).toMatchObject({
    id: session.id,
    status: 'offered',
    start: null,
    bumps: 1,
    options: [{}, {}, {}],
  })
  expect(bumped.options.map(({ start }) => start)).not.toContain(session.start)
  expect((await stage.freeForOther()).includes(session.start ?? '')).toBe(true)

  const again = await pickOne(stage, letters)
  expect(eventIn(again.toBernard)).toMatchObject({ uid: eventIn(toBernard).uid, sequence: 1 })
  expect(eventIn(again.toTom).uid).not.toBe(eventIn(toTom).uid)
  expect(eventIn(again.toTom).sequence).toBe(0)
  expect((await stage.session()).invites).toMatchObject([
    { personId: bernard.id, partstat: 'NEEDS-ACTION' },
    { personId: tom.id, partstat: 'NEEDS-ACTION' },
  ])
})

test('a decline taken back within the ten minutes was none', async () => {
  const stage = await aStage()
  const { toBernard } = await fix(stage)
  await answer(toBernard, 'DECLINED', { now: MONDAY })
  await stage.clock(later(MONDAY, 6))
  await answer(toBernard, 'ACCEPTED', { now: later(MONDAY, 6) })
  await stage.passTo(later(MONDAY, 20))

  expect(await stage.session()).toMatchObject({
    status: 'fixed',
    bumps: 0,
    invites: [{ partstat: 'ACCEPTED' }, {}],
  })
  expect(await stage.newMail()).toEqual([])
})

test('the third time in one round nobody is asked again: it is the manager’s', async () => {
  const stage = await aStage()
  let now = MONDAY
  let fixed = await fix(stage)
  for (const bumps of [1, 2, 3]) {
    await answer(fixed.toBernard, 'DECLINED', { now })
    now = later(now, 11)
    await stage.passTo(now)
    expect(await stage.session()).toMatchObject({ status: 'offered', bumps })
    if (bumps < 3) fixed = await pickOne(stage)
  }

  expect((await stage.session()).options).toEqual([])
  expect((await stage.newMail()).map(({ to }) => to)).toEqual([stage.tom.email])
  expect(await stage.today()).toContain('bumped-twice')
  await stage.passTo(later(now, 3 * 24 * 60))
  expect(await stage.newMail()).toEqual([])
})

test('the assistant asks for other times by her link: his calendar hears of it, and the next invite is a new event', async () => {
  const stage = await aStage()
  const { options } = await stage.offer()
  const [letter] = await stage.newMail(stage.odile)
  if (!letter) throw new Error('nobody was asked')
  const link = letter.link('answer', options[0]?.id)
  await press(link, { choice: options[0]?.id ?? '' })
  const invites = await stage.newMail()
  const uids = invites.map((each) => eventIn(each).uid)

  expect((await press(link, { choice: 'anew' })).status).toBe(200)
  await stage.passTo(later(MONDAY, 10))
  const letters = await stage.newMail()
  expect(told(letters).slice(0, 2)).toEqual([
    `${stage.bernard.email}: CANCEL 1 of ${uids[0]}`,
    `${stage.tom.email}: CANCEL 1 of ${uids[1]}`,
  ])
  const again = await pickOne(stage, letters)
  expect(uids).not.toContain(eventIn(again.toBernard).uid)
  expect(eventIn(again.toBernard).sequence).toBe(0)
})

test('whoever opens the event can ask to decline, and only he himself can say so, from his own mail', async () => {
  const stage = await aStage()
  const { toBernard } = await fix(stage)
  await press(toBernard.link('invite'), { answer: 'decline' })
  const [confirmation] = await stage.newMail()
  if (!confirmation) throw new Error('he was not asked')
  expect(confirmation.to).toBe(stage.bernard.email)
  await stage.passTo(later(MONDAY, 30))
  expect(await stage.session()).toMatchObject({ status: 'fixed', bumps: 0 })

  expect((await open(confirmation.link('confirm'))).status).toBe(200)
  expect((await stage.session()).invites[0]?.partstat).toBe('NEEDS-ACTION')
  await press(confirmation.link('confirm'), {})
  expect((await stage.session()).invites[0]).toMatchObject({ partstat: 'DECLINED', answeredVia: 'link' })
  await stage.passTo(later(MONDAY, 41))
  expect(await stage.session()).toMatchObject({ status: 'offered', bumps: 1 })
})

test('a mentor’s decline is no bump: it leads Today, and the executive hears nothing', async () => {
  const stage = await aStage()
  const { toTom } = await fix(stage)
  await answer(toTom, 'DECLINED', { now: MONDAY })
  await stage.passTo(later(MONDAY, 60))

  expect(await stage.session()).toMatchObject({ status: 'fixed', bumps: 0 })
  expect((await stage.today())[0]).toBe('mentor-cannot')
  expect(await stage.newMail()).toEqual([])
})

test('tentative frees nothing; two days before, somebody is to ask', async () => {
  const stage = await aStage()
  const { toBernard, session } = await fix(stage)
  await answer(toBernard, 'TENTATIVE', { now: MONDAY })
  await stage.passTo(later(MONDAY, 60))
  expect(await stage.session()).toMatchObject({
    status: 'fixed',
    start: session.start,
    invites: [{ partstat: 'TENTATIVE' }, {}],
  })
  expect(await stage.today()).toEqual([])
  await stage.clock(later(session.start, -24 * 60))
  expect(await stage.today()).toEqual(['tentative'])
})
