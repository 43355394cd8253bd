import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'

import { checkInvariants } from '../../worker/actions/fsck/check.ts'
import { checkTimers } from '../../worker/actions/fsck/timers.ts'
import { sealAccessLog } from '../../worker/actions/people/seal-access-log.ts'
import { RUNS } from '../../worker/domain/clock/runs.ts'
import { runAll, runCron } from '../../worker/jobs/jobs.ts'
import { findLastSeal } from '../../worker/storage/people/access-seal.ts'
import { aFixedSession, aWorld, fabrikamBeside, settingOf } from '../support/world.ts'

test('the night checks the database; health and the owner’s page say what it found, without an id', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const health = async () => Reflect.get(Object((await nadia.get('/api/v1/health')).body), 'fsck')
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  await runAll(world.platform)
  expect(await health()).toEqual({ at: null, broken: null, checks: [] })

  world.now('2027-03-15T10:00Z')
  await runCron(world.platform, RUNS.nightly)
  expect(await health()).toEqual({ at: '2027-03-15T10:00:00Z', broken: 0, checks: [] })
  expect((await nadia.get('/deliveries')).body).toContain('All is as it must be.')

  await env.DB.prepare('DROP TRIGGER events_are_kept').run()
  await env.DB.prepare('DELETE FROM events WHERE subject = ? AND version = 1').bind(id).run()
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  await runCron(world.platform, RUNS.nightly)
  expect(logged.mock.calls.flat()).toEqual([
    '{"door":"scheduled","job":"check-invariants","broken":"events-missing","count":1}',
  ])
  logged.mockRestore()
  const checks = [{ name: 'events-missing', count: 1 }]
  expect(await health()).toEqual({ at: '2027-03-15T10:00:00Z', broken: 1, checks })
  const page = String((await nadia.get('/deliveries')).body)
  expect(page).toContain('One thing is not as it must be.')
  expect(page).toContain('The history of a session has a gap')
  const { rita } = await fabrikamBeside(world)
  expect(String((await (await world.as(rita)).get('/deliveries')).body)).not.toContain('has a gap')
})

test('the night says the newest seal where somebody else can keep it: its line of the log, health, the owner’s page', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  expect((await nadia.get('/api/v1/health')).body).toMatchObject({ seal: null })
  await nadia.get(`/people/${world.bernard.id}`)

  const { seal } = await runCron(world.platform, RUNS.nightly)
  const { head, upToId } = await findLastSeal(world.platform.db)
  expect([seal, upToId > 0]).toEqual([`${head}@${upToId}`, true])
  expect((await nadia.get('/api/v1/health')).body).toMatchObject({ seal: { head: seal } })
  expect((await nadia.get('/deliveries')).body).toContain(seal)
})

test('the night also opens seals and sealed words', async () => {
  const world = await aWorld()
  const { platform, nadia, bernard } = world
  await (await world.as(nadia)).get(`/people/${bernard.id}`)
  await sealAccessLog(platform)
  expect(await checkInvariants(platform)).toEqual([])

  await env.DB.prepare('DROP TRIGGER access_log_stays_as_written').run()
  await env.DB.prepare("UPDATE access_log SET route = '/elsewhere' WHERE id = 1").run()
  await env.DB.prepare('INSERT INTO pairing_notes VALUES (?, ?, ?, 0)')
    .bind(world.pairing.id, 'sealed.lost.AAAA', nadia.id)
    .run()
  expect((await checkInvariants(platform)).map(({ name }) => name)).toEqual([
    'access-log-changed',
    'seal-unopened',
  ])
})

test('timers are compared with the rules by the rules; what the next minute makes anew is not missing', async () => {
  const world = await aWorld()
  const { platform } = world
  const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  await runAll(platform)
  expect(await checkTimers(platform)).toEqual([])

  await env.DB.prepare("DELETE FROM timers WHERE subject = ? AND kind = 'brief'").bind(id).run()
  expect(await checkTimers(platform)).toEqual([{ name: 'timer-missing', count: 1, ids: [id] }])
  await env.DB.prepare("INSERT INTO timers (subject, kind, lane, due_at) VALUES (?, 'repair', 'repair', 0)")
    .bind(world.pairing.id)
    .run()
  expect(await checkTimers(platform)).toEqual([])
})
