import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { findWrong } from '../../worker/actions/clock/re-arm.ts'
import { publishCalendar } from '../../worker/actions/feed/publish.ts'
import { makeWish } from '../../worker/actions/pairing/wish.ts'
import { changePerson } from '../../worker/actions/people/change.ts'
import { setDeparture } from '../../worker/actions/people/set-departure.ts'
import { closeProgramme } from '../../worker/actions/programme/close.ts'
import { moveSession } from '../../worker/actions/session/move.ts'
import { snoozeItem } from '../../worker/actions/today/snooze.ts'
import { after, DAY, HOUR, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { keyOf } from '../../worker/domain/today/snooze.ts'
import { runAll, runCron } from '../../worker/jobs/jobs.ts'
import { listTimers } from '../../worker/storage/clock/timers.ts'
import { findSessionSituation } from '../../worker/storage/situation.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { aFault, failingDatabase } from '../support/failing-database.ts'
import { aLoggedSession } from '../support/logged-session.ts'
import { runDue } from '../support/run-due.ts'
import { at } from '../support/times.ts'
import { aFixedSession, aMentor, anOffer, asManager, aWorld, have, settingOf } from '../support/world.ts'

const MINUTELY = '* * * * *'
const NIGHTLY = '23 2 * * *'

test('once an executive was nudged, nothing of it is owed', async () => {
  const world = await aWorld()
  const { platform, bernard, nadia } = world
  have(await changePerson(platform, bernard.id, { rules: { nudges: true } }, asManager(nadia)))
  await aLoggedSession(world, '2027-03-16T09:00Z', 'Answer one question')
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await runAll(platform)
  world.now('2027-03-27T12:00Z')
  expect(await runDue(platform, 'nudge')).toBe(1)
  expect((await listTimers(platform.db, [id])).map(({ kind }) => kind)).not.toContain('nudge')
  expect(await findWrong(platform, world.pairing.id)).toEqual([])
})

test('a stand-in who moves to another zone is briefed at four of her new clock', async () => {
  const world = await aWorld()
  const { platform, nadia } = world
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await runAll(platform)
  const move = { start: at('2027-04-07T08:00Z'), minutes: null, reason: 'a test', mentorId: uma.id }
  have(await moveSession(platform, id, move, asManager(nadia)))
  have(await changePerson(platform, uma.id, { zone: 'Asia/Tokyo' }, asManager(nadia)))
  await runDue(platform, 're-arm')
  expect(await findWrong(platform, world.pairing.id)).toEqual([])
  const brief = (await listTimers(platform.db, [id])).find(({ kind }) => kind === 'brief')
  expect(brief && iso(brief.dueAt)).toBe('2027-04-06T07:00:00Z')
})

test('a pause that the manager settles lets the next round open by itself', async () => {
  const world = await aWorld()
  const { platform, northwind, nadia } = world
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  const situation = await findSessionSituation(platform, id)
  if (situation) await makeWish(platform, situation, 'pause')
  world.now('2027-03-20T08:00Z')
  await runAll(platform)
  const morning = await findMorning(platform, northwind.id)
  const line = morning && findItems(morning).find(({ kind }) => kind === 'asks-to-pause')
  if (!line) throw new Error('the wish is not on Today')
  have(
    await snoozeItem(
      platform,
      { programmeId: northwind.id, key: keyOf(line), until: null },
      asManager(nadia),
    ),
  )
  await runDue(platform, 're-arm')
  expect(await findWrong(platform, world.pairing.id)).toEqual([])
  expect((await listTimers(platform.db, [world.pairing.id])).map(({ kind }) => kind)).toEqual(['open-round'])
})

test('an offer whose assistant leaves at once is not owed another question', async () => {
  const world = await aWorld()
  const { platform, odile, nadia } = world
  const { id } = await anOffer(settingOf(world), world.pairing)
  await runDue(platform, 're-arm')
  have(await setDeparture(platform, odile.id, '2027-03-12', asManager(nadia)))
  await runDue(platform, 're-arm')
  expect((await findSessionSituation(platform, id))?.session.offer?.askedId).toBe(world.bernard.id)
  expect(await findWrong(platform, world.pairing.id)).toEqual([])
})

test('a person who was purged leaves no timer that runs for ever', async () => {
  const world = await aWorld()
  const { platform, tom, northwind, nadia } = world
  const away = { ...platform, fetch: () => Promise.reject(new Error('no network')) }
  expect((await publishCalendar(away, tom.id, 'https://calendar.example/tom.ics')).ok).toBe(true)
  const wish = { id: platform.newId('req'), programmeId: northwind.id, cancelFixed: true }
  have(await closeProgramme(away, wish, asManager(nadia)))
  world.now('2027-06-14T02:00Z')
  for (let minute = 0; minute < 5; minute += 1) {
    await runCron(away, MINUTELY)
    world.now(iso(after(platform.now(), MINUTE)))
  }
  expect(await platform.db.all("SELECT kind FROM timers WHERE subject LIKE 'per_%'")).toEqual([])
})

test('the nightly comparison also finds timers that nothing owes any more', async () => {
  const world = await aWorld()
  await env.DB.prepare(
    "INSERT INTO timers (subject, kind, lane, due_at) VALUES ('ses_gone', 'brief', 'rounds', 9e12), ('per_gone', 'digest', 'rounds', 9e12)",
  ).run()
  await runCron(world.platform, NIGHTLY)
  for (let minute = 0; minute < 3; minute += 1) {
    world.now(iso(after(world.platform.now(), MINUTE)))
    await runCron(world.platform, MINUTELY)
  }
  expect(await world.platform.db.all("SELECT subject FROM timers WHERE subject LIKE '%_gone'")).toEqual([])
})

test('a timer that was overtaken is made anew from the present, not from what was read before', async () => {
  const world = await aWorld()
  const { platform, nadia } = world
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-04-06T08:00Z')
  await runAll(platform)
  await env.DB.prepare("INSERT INTO timers (subject, kind, lane, due_at) VALUES (?, 'nudge', 'rounds', 0)")
    .bind(id)
    .run()
  let reads = 0
  const db = new Proxy(platform.db, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name)
      if (name !== 'batch' || typeof found !== 'function')
        return typeof found === 'function' ? found.bind(target) : found
      return async (statements: unknown) => {
        reads += 1
        const move = { start: at('2027-03-23T08:00Z'), minutes: null, reason: 'a test' }
        if (reads === 2) have(await moveSession(platform, id, move, asManager(nadia)))
        return found.call(target, statements) as unknown
      }
    },
  })
  await runDue({ ...platform, db }, 'nudge')
  expect(reads).toBeGreaterThan(1)
  expect((await listTimers(platform.db, [id])).find(({ kind }) => kind === 'brief')?.dueAt).toBe(
    at('2027-03-22T15:00Z'),
  )
})

test('one outage after several “noes” is neither a failing timer nor a day lost', async () => {
  const world = await aWorld()
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-16T09:00Z')
  await env.DB.prepare(
    "UPDATE timers SET tries = 4, said = 'no-slots', due_at = 0 WHERE subject = ? AND kind = 'brief'",
  )
    .bind(id)
    .run()
  const { platform } = world
  const fault = aFault(3)
  const away = { ...platform, db: drizzle(failingDatabase(env.DB, fault)) }
  await runCron(away, MINUTELY).catch(() => null)
  world.now(iso(after(platform.now(), HOUR)))
  await runCron(platform, MINUTELY)
  const [row] = await platform.db.all<{ tries: number; due: number }>(
    "SELECT tries, due_at AS due FROM timers WHERE kind = 'brief'",
  )
  expect(row?.due).toBeLessThan(platform.now() + DAY)
  expect(row?.tries).toBeLessThan(2)
})
