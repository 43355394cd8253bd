import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tellOfHealth } from '../../worker/actions/clock/alert.ts'
import { readMail } from '../../worker/delivery/in/read-mail.ts'
import { RUNS } from '../../worker/domain/clock/runs.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { asRestored } from '../support/as-restored.ts'
import { storedOfKind } from '../support/stored-letters.ts'
import { HOOK, listening } from '../support/webhooks.ts'
import { aManager, aPersonIn, aProgramme, aWorld, fabrikamBeside, type World } from '../support/world.ts'

const STOPPED = 'UPDATE sending SET stopped_at = ?1, next_try_at = ?1 + 900000000000'
const IS_OF_HEALTH = "json_extract(letter, '$.kind') = 'health'"
const WELL_BEFORE = { lastTick: null, jobsFailed: false }

test('the owner gets one letter when something stays bad, and one when it has been well for an hour', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  expect(await tick('2027-03-15T08:05Z')).toEqual([])
  expect(await tick('2027-03-15T08:19Z')).toEqual([])
  expect(await tick('2027-03-15T08:20Z')).toEqual([])
  const [broken, ...others] = await tick('2027-03-15T08:21Z')
  expect(others).toEqual([])
  expect(broken).toMatchObject({ to: world.nadia.email, subject: 'Sotto: something needs a look' })
  expect(broken?.text).toContain('A job of the last run failed. Since Monday 15 March 2027, 09:05')
  expect(broken?.text).toContain('/deliveries#how-it-runs')
  expect(broken?.text).not.toMatch(/Tom|Bernard|Northwind/)
  expect(await tick('2027-03-16T08:21Z')).toEqual([])

  await mends()
  expect(await tick('2027-03-16T09:00Z', '2027-03-16T09:59Z')).toEqual([])
  expect(await tick('2027-03-16T10:00Z', '2027-03-16T10:01Z')).toMatchObject([
    { to: world.nadia.email, subject: 'Sotto: everything works again' },
  ])
  expect(await tick('2027-03-16T10:02Z', '2027-03-16T12:00Z')).toEqual([])
})

test('what mends before the letter leaves is not told, nor that it has mended', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await checkBreaks()
  await tick('2027-03-15T08:05Z', '2027-03-15T08:20Z')
  expect(await states()).toEqual(['waiting'])
  await env.DB.prepare('DELETE FROM checked').run()
  expect(await tick('2027-03-15T08:21Z', '2027-03-15T09:21Z', '2027-03-15T09:22Z')).toEqual([])
  expect(await states()).toEqual(['retired done'])
  expect(await env.DB.prepare('SELECT mailed_since FROM alerted').first()).toEqual({ mailed_since: null })
})

test('while mail is stopped no letter is written; one that waited says what is so when mail goes again', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  await checkBreaks()
  await tick('2027-03-15T08:05Z', '2027-03-15T08:20Z')
  await env.DB.prepare(STOPPED).bind(world.platform.now()).run()
  await env.DB.prepare(`UPDATE outbox SET fault = 'sending' WHERE ${IS_OF_HEALTH}`).run()
  expect(await tick('2027-03-15T08:21Z', '2027-03-16T08:30Z', '2027-03-17T08:30Z')).toEqual([])
  expect(await states()).toEqual(['waiting'])

  await mends()
  expect(await tick('2027-03-17T08:31Z')).toEqual([])
  await env.DB.prepare('UPDATE sending SET stopped_at = NULL').run()
  const [late, ...others] = await tick('2027-03-17T08:32Z')
  expect(others).toEqual([])
  expect(late?.text).toContain('database found something that is not as it must be. Since Monday 15 March')
  expect(late?.text).not.toMatch(/last run failed|leaving late/)
})

test('a letter waits for the morning of its reader, and is not sent if all is well by then', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  expect(await tick('2027-03-15T23:00Z', '2027-03-15T23:15Z', '2027-03-15T23:16Z')).toEqual([])
  expect(await tick('2027-03-16T05:59Z')).toEqual([])
  expect(await tick('2027-03-16T06:00Z')).toHaveLength(1)
})

test('what breaks at night while another letter waits is told in the morning, and what breaks next at once', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  await tick('2027-03-15T22:00Z', '2027-03-15T22:15Z', '2027-03-15T22:16Z')
  await mends()
  await checkBreaks()
  expect(await tick('2027-03-16T02:23Z', '2027-03-16T02:38Z', '2027-03-16T02:39Z')).toEqual([])
  const [told, ...others] = await tick('2027-03-16T06:00Z', '2027-03-16T06:01Z')
  expect(others).toEqual([])
  expect(told?.text).toContain('database found something')
  expect(await tick('2027-03-16T22:16Z', '2027-03-17T06:00Z')).toEqual([])
})

test('what mends in the night before anybody reads of it may be told as soon as it breaks again', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  await tick('2027-03-15T22:00Z', '2027-03-15T22:15Z', '2027-03-15T22:16Z')
  await mends()
  expect(await tick('2027-03-16T02:00Z', '2027-03-16T03:00Z', '2027-03-16T06:00Z')).toEqual([])
  await fails()
  await tick('2027-03-16T08:00Z', '2027-03-16T08:15Z')
  expect(await tick('2027-03-16T08:16Z')).toHaveLength(1)
})

test('a letter that nobody got since all was well for a moment is followed by another at once', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  await tick('2027-03-15T22:00Z', '2027-03-15T22:15Z', '2027-03-15T22:16Z')
  await mends()
  expect(await tick('2027-03-16T05:59Z', '2027-03-16T06:00Z')).toEqual([])
  await fails()
  expect(await tick('2027-03-16T06:10Z', '2027-03-16T06:25Z')).toEqual([])
  expect(await tick('2027-03-16T06:26Z')).toHaveLength(1)
})

test('that all is well waits while something is bad, also if only for a moment, and comes then', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  expect(await tick('2027-03-15T18:00Z', '2027-03-15T18:15Z', '2027-03-15T18:16Z')).toHaveLength(1)
  await mends()
  expect(await tick('2027-03-15T19:00Z', '2027-03-15T20:00Z', '2027-03-15T20:01Z')).toEqual([])
  await checkBreaks()
  expect(await tick('2027-03-16T06:00Z')).toEqual([])
  await env.DB.prepare('DELETE FROM checked').run()
  const [told, ...others] = await tick('2027-03-16T06:01Z', '2027-03-16T06:15Z', '2027-03-16T06:16Z')
  expect(others).toEqual([])
  expect(told?.subject).toBe('Sotto: everything works again')
})

test('that all is well is the letter that tries whether mail goes again, and leaves', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  expect(await tick('2027-03-15T08:00Z', '2027-03-15T08:15Z', '2027-03-15T08:16Z')).toHaveLength(1)
  await mends()
  expect(await tick('2027-03-15T09:00Z')).toEqual([])
  await tick('2027-03-15T10:00Z')
  await env.DB.prepare('UPDATE sending SET stopped_at = ?1, next_try_at = ?1 + 150000')
    .bind(world.platform.now())
    .run()
  const told = await tick('2027-03-15T10:01Z', '2027-03-15T10:02Z', '2027-03-15T10:03Z')
  expect(told.map(({ subject }) => subject)).toEqual(['Sotto: everything works again'])
})

test('every owner is told in her language, whoever else manages; who has none of it hears nothing of its end', async () => {
  const world = await aWorld()
  await fabrikamBeside(world)
  const rose = await anOwner(world, 'Rose Petit')
  await env.DB.prepare("UPDATE people SET locale = 'fr', version = version + 1 WHERE id = ?")
    .bind(rose.id)
    .run()
  const tick = ticking(world)
  await fails()
  const told = await tick('2027-03-15T08:05Z', '2027-03-15T08:20Z', '2027-03-15T08:21Z')
  expect(told.map(({ to, subject }) => `${to} ${subject}`).toSorted()).toEqual(
    [
      `${world.nadia.email} Sotto: something needs a look`,
      `${rose.email} Sotto\u202f: quelque chose demande votre attention`,
    ].toSorted(),
  )

  await anOwner(world, 'Ines Late')
  await env.DB.prepare('DELETE FROM owners WHERE person_id = ?').bind(rose.id).run()
  await mends()
  const mended = await tick('2027-03-15T08:30Z', '2027-03-15T09:30Z', '2027-03-15T09:31Z')
  expect(mended.map(({ to }) => to)).toEqual([world.nadia.email])
})

test('an owner who has left every programme hears no more, unless no other owner is there', async () => {
  const world = await aWorld()
  const rose = await anOwner(world, 'Rose Petit')
  const tick = ticking(world)
  await fails()
  await tick('2027-03-15T22:00Z', '2027-03-15T22:15Z', '2027-03-15T22:16Z')
  await leaves(rose)
  expect((await tick('2027-03-16T06:00Z')).map(({ to }) => to)).toEqual([world.nadia.email])

  await leaves(world.nadia)
  const again = await tick('2027-03-23T08:00Z', '2027-03-23T08:01Z')
  expect(again.map(({ to }) => to).toSorted()).toEqual([world.nadia.email, rose.email].toSorted())
})

test('an owner whose programmes are closed hears no more, where another is in one that goes on', async () => {
  const world = await aWorld()
  const rose = await anOwner(world, 'Rose Petit')
  await env.DB.prepare("UPDATE programmes SET status = 'closed', version = version + 1 WHERE id = ?")
    .bind(world.northwind.id)
    .run()
  await fails()
  const told = await ticking(world)('2027-03-15T08:05Z', '2027-03-15T08:20Z', '2027-03-15T08:21Z')
  expect(told.map(({ to }) => to)).toEqual([rose.email])
  expect(await states()).toHaveLength(1)
})

test('an owner who manages nothing is sent to no page of managers, nor shown to them', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await fabrikamBeside(world)
  const there = { platform: world.platform, programme: fabrikam, manager: rita }
  const rose = await aPersonIn(there, 'sponsor', { name: 'Rose Petit' })
  await env.DB.prepare('INSERT INTO owners (person_id, since) VALUES (?, 0)').bind(rose.id).run()
  await fails()
  const told = await ticking(world)('2027-03-15T08:05Z', '2027-03-15T08:20Z', '2027-03-15T08:21Z')
  const text = told.find(({ to }) => to === rose.email)?.text
  expect(text).toContain('A job of the last run failed.')
  expect(text).not.toMatch(/deliveries|https:/)
  expect((await (await world.as(rita)).get('/deliveries')).body).not.toMatch(
    /<p class="row-what">\s*How it runs/,
  )
})

test('an installation without an owner writes nobody', async () => {
  const world = await aWorld()
  await env.DB.prepare('DELETE FROM owners').run()
  await fails()
  expect(await ticking(world)('2027-03-15T08:05Z', '2027-03-15T08:20Z', '2027-03-15T08:21Z')).toEqual([])
  expect(await states()).toEqual([])
})

test('two ticks that see the same write one letter, and the row as one of them saw it', async () => {
  const { world, other } = listening(await aWorld())
  await (await world.as(world.nadia)).post('/api/v1/webhooks', { programmeId: null, url: HOOK })
  const tick = ticking(world)
  await checkBreaks()
  await tick('2027-03-15T08:05Z')
  world.now('2027-03-15T08:20Z')
  await Promise.all([1, 2, 3].map(() => tellOfHealth(world.platform, WELL_BEFORE)))
  expect(await storedOfKind(world.platform, 'health')).toHaveLength(1)
  expect(await env.DB.prepare('SELECT version FROM alerted').first()).toEqual({ version: 2 })
  expect(other.calls).toHaveLength(1)
})

test('after a restore no letter leaves until somebody lets mail go', async () => {
  const world = await aWorld()
  const tick = ticking(world)
  await fails()
  await tick('2027-03-15T08:05Z')
  await asRestored(world.platform)
  expect(await tick('2027-03-15T08:20Z', '2027-03-15T08:21Z', '2027-03-15T08:22Z')).toEqual([])
  expect(await states()).toEqual(['waiting'])
  const nadia = await world.as(world.nadia)
  const before = world.mails.length
  expect((await nadia.post('/api/v1/deliveries/resumption', { waiting: 'drop' })).status).toBe(200)
  await tick('2027-03-15T08:23Z')
  expect(world.mails.slice(before)).toHaveLength(1)
})

test('Delivery lists the letter where its reader manages, and shows its words to nobody', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await fabrikamBeside(world)
  const there = { platform: world.platform, programme: fabrikam, manager: rita }
  await aPersonIn(there, 'sponsor', { name: 'Nadia Haddad', email: world.nadia.email })
  await fails()
  await ticking(world)('2027-03-15T08:05Z', '2027-03-15T08:20Z', '2027-03-15T08:21Z')
  const nadia = await world.as(world.nadia)
  const listed = /<p class="row-what">\s*How it runs/
  expect((await nadia.get('/deliveries')).body).toMatch(listed)
  expect((await (await world.as(rita)).get('/deliveries')).body).not.toMatch(listed)
  const [letter] = await storedOfKind(world.platform, 'health')
  expect((await nadia.get(`/deliveries/${letter?.id}/as-they-see-it`)).status).toBe(404)
})

type Told = { readonly to: string; readonly subject: string; readonly text: string }

/** Each minute's tick has had one a minute before, so that none is late; what left by mail in the last of them. */
function ticking({
  now,
  platform,
  mails,
}: World): (...moments: readonly string[]) => Promise<readonly Told[]> {
  return async (...moments) => {
    const before = mails.length
    for (const moment of moments) {
      now(new Date(Date.parse(moment) - 60_000).toISOString())
      await env.DB.prepare('UPDATE ticks SET at = ? WHERE cron = ?').bind(platform.now(), RUNS.minutely).run()
      now(moment)
      await runCron(platform, RUNS.minutely)
    }
    return Promise.all(
      mails.slice(before).map(async ({ to, subject, raw }) => ({
        ...{ to, subject, text: (await readMail(raw)).text ?? '' },
      })),
    )
  }
}

/** She manages a programme of her own. */
async function anOwner({ platform }: World, name: string): Promise<Person> {
  const owner = await aManager(platform, name, { isOwner: true })
  await aProgramme(platform, owner, name)
  return owner
}

async function leaves({ id }: Person): Promise<void> {
  await env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(id).run()
}

/** A job of the night has failed, until the next night. */
async function fails(): Promise<void> {
  await env.DB.prepare('INSERT INTO ticks (cron, at, failed) VALUES (?, 0, ?)')
    .bind(RUNS.nightly, '["purge-letters"]')
    .run()
}

async function mends(): Promise<void> {
  await env.DB.prepare('DELETE FROM ticks WHERE cron = ?').bind(RUNS.nightly).run()
}

async function checkBreaks(): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO checked (id, at, broken) VALUES (1, 0, '[{"name":"double-booked","count":1}]')`,
  ).run()
}

async function states(): Promise<readonly string[]> {
  const { results } = await env.DB.prepare(
    `SELECT state || coalesce(' ' || error, '') AS state FROM outbox WHERE ${IS_OF_HEALTH}`,
  ).all<{ readonly state: string }>()
  return results.map(({ state }) => state)
}
