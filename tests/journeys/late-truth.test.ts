import { expect, test } from 'vitest'

import { answerOffer } from '../../worker/actions/offer/answer.ts'
import { changePairing } from '../../worker/actions/pairing/change.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { iso } from '../../worker/domain/time/time.ts'
import { tick } from '../../worker/http/dev/tick.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import type { Platform, SendResult } from '../../worker/platform.ts'
import { findSession } from '../../worker/storage/session/session.ts'
import { calendarIn } from '../support/calendar-parts.ts'
import { aFixedSession, anOffer, asManager, aWorld, have, settingOf } from '../support/world.ts'

const MINUTELY = '* * * * *'
const REFUSED: SendResult = { ok: false, error: 'busy', fault: 'moment', mayBeHad: false }

test('an offer that was held up names no time that has begun meanwhile', async () => {
  const world = await aWorld()
  const { platform } = world
  const session = await anOffer(settingOf(world), world.pairing)
  const [first, second] = session.offer?.options ?? []
  if (!first || !second) throw new Error('too few times')
  const broken: Platform = { ...platform, send: () => Promise.resolve(REFUSED) }
  await runCron(broken, MINUTELY)
  world.now(iso(first.start))
  await tick(platform)
  const [mail, ...others] = world.mails.filter(({ to }) => to === world.odile.email)
  expect(others).toEqual([])
  const { text } = await readMail(mail?.raw ?? '')
  expect(mail?.subject).toContain('Two times')
  expect(text).not.toContain(first.id)
  expect(text).toContain(second.id)
})

test('“none of these” at night brings new times at once; an offer that expires then waits for the morning', async () => {
  const world = await aWorld()
  const { platform, odile } = world
  const session = await anOffer(settingOf(world), world.pairing)
  await tick(platform)
  world.now('2027-03-15T21:30Z')
  const offerId = session.offer?.id ?? 'off_0'
  have(await answerOffer(platform, session.id, { kind: 'none', offerId }, { id: odile.id, door: 'link' }))
  const before = world.mails.length
  await tick(platform)
  expect(world.mails.slice(before).map(({ to }) => to)).toEqual([odile.email])

  const again = await findSession(platform.db, session.id)
  world.now('2027-03-19T22:30Z')
  await tick(platform)
  expect((await findSession(platform.db, session.id))?.offer?.id).not.toBe(again?.offer?.id)
  expect(world.mails.slice(before)).toHaveLength(1)
  world.now('2027-03-20T06:00Z')
  await tick(platform)
  expect(world.mails.slice(before)).toHaveLength(2)
})

test('a new place of the pairing reaches the calendars of a date to come, with the same SEQUENCE', async () => {
  const world = await aWorld()
  const { platform, nadia, pairing } = world
  const session = await aFixedSession(settingOf(world), pairing, '2027-03-18T10:00Z')
  await tick(platform)
  const before = world.mails.length
  const place: Place = { kind: 'room', room: 'Room 4.12' }
  have(await changePairing(platform, pairing.id, { place }, asManager(nadia)))
  await tick(platform)
  const news = world.mails.slice(before)
  expect(news.map(({ to }) => to).toSorted()).toEqual([world.bernard.email, world.tom.email].toSorted())
  expect((await findSession(platform.db, session.id))?.invites.map(({ sequence }) => sequence)).toEqual([
    0, 0,
  ])
  for (const { raw } of news) expect(calendarIn(raw)).toContain('Room 4.12')

  have(await changePairing(platform, pairing.id, { place }, asManager(nadia)))
  await tick(platform)
  expect(world.mails).toHaveLength(before + 2)
})
