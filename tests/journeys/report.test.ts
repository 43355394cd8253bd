import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'

import { releaseReports } from '../../worker/actions/report/release.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { after, DAY, HOUR } from '../../worker/domain/time/time.ts'
import { purgeSome } from '../../worker/storage/programme/purge.ts'
import { breaksByHand } from '../support/fsck.ts'
import { manyExecutives } from '../support/many-people.ts'
import { at } from '../support/times.ts'
import { aPersonIn, aWorld, fabrikamBeside, settingOf, type World } from '../support/world.ts'

let world: World
let sven: Person
let pairings: readonly Pairing[]

// Twenty-one executives: eleven met in the second half of March, six missed a date, four did nothing.
beforeEach(async () => {
  // Months of sessions, written as rows.
  breaksByHand('not-claimed', 'events-missing', 'log-astray', 'access-outlives', 'state-astray')
  world = await aWorld()
  sven = await aPersonIn(settingOf(world), 'sponsor', { name: 'Sven Olsson' })
  pairings = await manyExecutives(settingOf(world), world.tom, 20)
  for (const [index, pairing] of pairings.entries()) {
    if (index < 11) await aPast(pairing, index, 'happened')
    if (index >= 11 && index < 17) await aPast(pairing, index, 'did-not-happen', 'of-no-use')
  }
})

test('nothing is released before the month is over and settled; then it stands, whatever comes', async () => {
  world.now('2027-04-14T08:00Z')
  await releaseReports(world.platform)
  expect(await figure('held')).toEqual({ name: 'held', hidden: 'too-few-people' })

  world.now('2027-04-15T08:00Z')
  expect(await releaseReports(world.platform)).toBe(1)
  const until = '2027-04-01T00:00:00Z'
  expect(await figure('held')).toEqual({
    name: 'held',
    value: { from: 10, to: 14 },
    until,
    whyNotNewer: null,
  })
  expect(await figure('fixed')).toMatchObject({ value: { from: 15, to: 19 } })
  expect(await figure('share-held')).toMatchObject({ value: 65 })
  expect(await figure('active')).toMatchObject({ value: { from: 10, to: 14 } })
  expect(await figure('executives')).toMatchObject({ value: { from: 20, to: 24 } })
  expect(await figure('minutes')).toMatchObject({ value: { from: 300, to: 420 } })

  await env.DB.prepare("UPDATE sessions SET status = 'cancelled'").run()
  expect(await releaseReports(world.platform)).toBe(0)
  expect(await figure('held')).toMatchObject({ value: { from: 10, to: 14 } })
})

test('a month in which too few met leaves the figure as it is, with its day', async () => {
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  for (const [index, pairing] of pairings.slice(0, 4).entries())
    await aPast(pairing, 100 + index, 'happened', null, 20)
  world.now('2027-05-15T08:00Z')
  expect(await releaseReports(world.platform)).toBe(1)
  expect(await figure('held')).toEqual({
    ...{ name: 'held', value: { from: 10, to: 14 } },
    ...{ until: '2027-04-01T00:00:00Z', whyNotNewer: 'too-few-since' },
  })
})

test('“of no use” is in no figure, however many say it', async () => {
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  const { body } = await (await world.as(sven)).get(`/api/v1/programmes/${world.northwind.id}/report`)
  expect(JSON.stringify(body)).not.toContain('no-use')
  expect(await figure('missed-not-now')).toEqual({ name: 'missed-not-now', hidden: 'too-few-people' })
  expect(String((await page(sven)).body)).not.toMatch(/no use/i)
})

test('a sponsor begins on it, and reads no name; a manager reads the same, nobody else anything', async () => {
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  const client = await world.as(sven)
  const first = (await client.get('/')).headers.get('location')
  expect(first).toBe(`/programmes/${world.northwind.id}/report`)
  const { status, body } = await page(sven)
  expect(status).toBe(200)
  expect(String(body)).toContain('Counted until Wednesday 31 March 2027')
  expect(String(body)).toContain('10–14')
  expect(String(body)).not.toMatch(/Chief|Leroy|Bernard|Haddad/)
  expect((await page(world.nadia)).status).toBe(200)

  const { rita } = await fabrikamBeside(world)
  for (const other of [world.tom, world.odile, rita]) expect((await page(other)).status).toBe(404)
  await env.DB.prepare("DELETE FROM memberships WHERE role = 'sponsor'").run()
  const gone = await client.get(`/programmes/${world.northwind.id}/report`)
  expect(gone.status).not.toBe(200)
  expect(String(gone.body)).not.toContain('10–14')
})

test('it stays after the names are gone, and nothing new is released of them', async () => {
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  await env.DB.prepare(
    "UPDATE programmes SET status = 'closed', closed_at = 1, purged_at = 2, version = version + 1",
  ).run()
  world.now('2027-06-15T08:00Z')
  expect(await releaseReports(world.platform)).toBe(0)
  expect(await figure('held')).toMatchObject({ value: { from: 10, to: 14 } })
})

test('of two months only the newer stands, and after the purge no exact count', async () => {
  // The purge of a programme that is still open, which no action begins.
  breaksByHand('address-astray')
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  world.now('2027-05-15T08:00Z')
  expect(await releaseReports(world.platform)).toBe(1)
  expect(await kept()).toMatchObject([{ held: 10, counted: 11 }])

  await purgeSome(world.platform.db, world.northwind.id, 1000)
  expect(await kept()).toMatchObject([{ held: 10, counted: null }])
})

test('what was shown of fewer people than are asked for now is not shown', async () => {
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  const asked = await world.as(world.nadia)
  const change = { policy: { reportLeast: 6 } }
  expect((await asked.patch(`/api/v1/programmes/${world.northwind.id}`, change)).status).toBe(200)
  expect(await figure('held')).toEqual({ name: 'held', hidden: 'too-few-people' })
  expect(String((await page(sven)).body)).not.toContain('10–14')
})

test('who was proposed before a release takes part from the day on which it began, and who never began not at all', async () => {
  const late = await manyExecutives(settingOf(world), world.tom, 12, 'Late')
  await env.DB.prepare(
    "UPDATE pairings SET status = 'proposed', version = version + 1 WHERE id IN (SELECT value FROM json_each(?))",
  )
    .bind(JSON.stringify(late.map(({ id }) => id)))
    .run()
  world.now('2027-04-15T08:00Z')
  await releaseReports(world.platform)
  expect(await figure('executives')).toMatchObject({ value: { from: 20, to: 24 } })

  const nadia = await world.as(world.nadia)
  for (const [index, { id }] of late.entries()) {
    const status = index < 6 ? 'active' : 'ended'
    expect((await nadia.patch(`/api/v1/pairings/${id}`, { status })).status).toBe(200)
  }
  world.now('2027-05-15T08:00Z')
  await releaseReports(world.platform)
  expect(await figure('executives')).toMatchObject({
    value: { from: 25, to: 29 },
    until: '2027-05-01T00:00:00Z',
  })
})

/** The lower end of what is shown as held, and the exact number beneath it. */
async function kept() {
  const { results } = await env.DB.prepare(
    "SELECT figures ->> '$.held.value.from' AS held, figures ->> '$.held.counted[0]' AS counted FROM releases",
  ).all()
  return results
}

async function page(person: Person) {
  return (await world.as(person)).get(`/programmes/${world.northwind.id}/report`)
}

async function figure(name: string): Promise<unknown> {
  const { status, body } = await (
    await world.as(world.nadia)
  ).get(`/api/v1/programmes/${world.northwind.id}/report`)
  expect(status).toBe(200)
  const { figures } = JSON.parse(JSON.stringify(body))
  return figures.find((each: { readonly name: string }) => each.name === name)
}

/** A session that was logged, some days after 16 March. */
async function aPast(
  { id, programmeId, mentorId, executiveId }: Pairing,
  index: number,
  status: 'happened' | 'did-not-happen',
  why: string | null = null,
  days = 0,
): Promise<void> {
  const start = after(at('2027-03-16T08:00Z'), days * DAY + (index % 30) * HOUR)
  const [session, end] = [`ses_past${index}`, after(start, HOUR / 2)]
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO sessions (id, pairing_id, programme_id, mentor_id, executive_id, status, starts_at, ends_at, wall, minutes,
        zone, version, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2027-03-16T09:00', 30, 'Europe/Paris', 1, ?)`,
    ).bind(session, id, programmeId, mentorId, executiveId, status, start, end, start),
    env.DB.prepare(
      `INSERT INTO outcomes (id, session_id, result, logged_by, logged_at, starts_at, ends_at, executive_id, why_not_held)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).bind(`out_${index}`, session, status, mentorId, end, start, end, executiveId, why),
  ])
}
