import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { offerTimes } from '../../worker/actions/offer/make.ts'
import { setAvailability } from '../../worker/actions/slot/set-availability.ts'
import { timersOfPerson } from '../../worker/domain/clock/timers-of.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import { after, DAY, instant, iso, MINUTE } from '../../worker/domain/time/time.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import type { Platform } from '../../worker/platform.ts'
import { inOneBatch } from '../../worker/storage/batch.ts'
import { keepTimers } from '../../worker/storage/clock/timers.ts'
import { putBusyFeed } from '../../worker/storage/feed/busy-feed.ts'
import { findOpenSession } from '../../worker/storage/session/session.ts'
import { manyExecutives } from '../support/many-people.ts'
import { costOf } from '../support/query-cost.ts'
import { at, hours } from '../support/times.ts'
import { aMentor, asManager, aWorld, have, settingOf } from '../support/world.ts'

const MINUTELY = '* * * * *'

test('a hundred and ten rounds without times do not keep ten healthy ones from theirs', async () => {
  const world = await aWorld()
  const { platform, nadia } = world
  const here = settingOf(world)
  const uma = await aMentor(here, 'Uma Rao')
  const barren = await manyExecutives(here, uma, 110)
  const healthy = await manyExecutives(here, world.tom, 10, 'Dean')
  for (const pairing of [...barren, ...healthy]) await offer(pairing)
  const closed = hours({ zone: 'Europe/Paris', weekly: [] })
  have(await setAvailability(platform, uma.id, closed, asManager(nadia)))
  await runCron(platform, MINUTELY)

  // The third working day is over.
  const lapsed = at('2027-03-19T08:00Z')
  world.now(iso(lapsed))
  let minutes = 0
  for (; minutes < 10 && (await offeredAgain()) < healthy.length; minutes += 1) {
    world.now(iso(after(lapsed, minutes * MINUTE)))
    await runCron(platform, MINUTELY)
  }
  // 120 offers expire and 120 rounds are asked, a hundred a minute.
  expect(minutes).toBeLessThanOrEqual(3)

  const begun = platform.now()
  for (let minute = 1; minute <= 6; minute += 1) {
    world.now(iso(instant(begun + minute * MINUTE)))
    await runCron(platform, MINUTELY)
  }
  expect(await puttingOff()).toEqual({ count: 110, tries: 2 })
  expect(await idleMinute(platform)).toMatchObject({ calls: 1, rowsWritten: 1 })

  for (let tick = 1; tick <= 8; tick += 1) {
    world.now(iso(instant(begun + tick * DAY)))
    for (let minute = 0; minute < 2; minute += 1) await runCron(platform, MINUTELY)
  }
  const [row] = await platform.db.all<{ most: number }>(
    "SELECT max(due_at) AS most FROM timers WHERE said = 'no-slots'",
  )
  expect(row?.most).toBe(platform.now() + DAY)

  async function offer({ id }: Pairing) {
    const wish = { id: platform.newId('off'), pairingId: id, minutes: null, options: null }
    have(await offerTimes(platform, wish, asManager(nadia)))
  }
  async function offeredAgain(): Promise<number> {
    const open = await Promise.all(healthy.map(({ id }) => findOpenSession(platform.db, id)))
    return open.filter((each) => each?.offer?.status === 'open' && each.offer.heldUntil > platform.now())
      .length
  }
  async function puttingOff() {
    const [sum] = await platform.db.all<{ count: number; tries: number }>(
      "SELECT count(*) AS count, max(tries) AS tries FROM timers WHERE said = 'no-slots'",
    )
    return sum
  }
}, 120_000)

test.each([8, 80, 800])(
  'an idle minute of %i executives is one call and one row',
  async (count) => {
    const world = await aWorld()
    await manyExecutives(settingOf(world), world.tom, count)
    for (let minute = 0; minute < 3; minute += 1) await runCron(world.platform, MINUTELY)
    const cost = await idleMinute(world.platform)
    expect(cost).toMatchObject({ calls: 1, rowsWritten: 1 })
    expect(cost.rowsRead).toBeLessThan(16)
  },
  60_000,
)

test('calendars that are all due at once are read eighty a minute, so two thousand within the hour', async () => {
  const world = await aWorld()
  const tried: string[] = []
  const platform: Platform = {
    ...world.platform,
    fetch: async (url) => {
      tried.push(url)
      return new Response('', { status: 500 })
    },
  }
  const mentors = Array.from({ length: 300 }, () => platform.newId('per'))
  await env.DB.batch(
    mentors.flatMap((id) => [
      env.DB.prepare(
        "INSERT INTO people (id, name, email, zone, locale, reply_address, created_at) VALUES (?1, 'A', ?1 || '@x.example', 'UTC', 'en', ?1, 0)",
      ).bind(id),
      env.DB.prepare('INSERT INTO diaries (person_id) VALUES (?)').bind(id),
    ]),
  )
  const since = platform.now()
  const nothing = {
    assistantId: null,
    problem: null,
    busy: '',
    triedAt: null,
    readAt: null,
    etag: null,
    lastModified: null,
  }
  const published = await Promise.all(
    mentors.map((personId) => {
      const url = `https://calendar.example/${personId}`
      return putBusyFeed(platform, { personId, url, state: 'unknown', since, ...nothing })
    }),
  )
  await inOneBatch(platform.db, [
    ...published.flat(),
    ...keepTimers(
      platform.db,
      mentors.map((id) =>
        timersOfPerson({
          person: { id },
          assistsFrom: null,
          managesSince: null,
          leavesAt: null,
          erasesAt: null,
          feed: { since, triedAt: null },
        }),
      ),
    ),
  ])
  const readIn: number[] = []
  for (let minute = 0; minute < 4; minute += 1) {
    world.now(iso(instant(since + minute * MINUTE)))
    await runCron(platform, MINUTELY)
    readIn.push(tried.length)
  }
  expect(readIn).toEqual([80, 160, 240, 300])
  expect(new Set(tried).size).toBe(300)
  world.now(iso(instant(since + 40 * MINUTE)))
  await runCron(platform, MINUTELY)
  expect(tried).toHaveLength(380)
}, 60_000)

function idleMinute(platform: Platform) {
  return costOf(platform, (counting) => runCron(counting, MINUTELY))
}
