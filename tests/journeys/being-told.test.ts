import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { tellOfHealth } from '../../worker/actions/clock/alert.ts'
import { RUNS } from '../../worker/domain/clock/runs.ts'
import { runCron } from '../../worker/jobs/jobs.ts'
import { textAt } from '../support/response-shapes.ts'
import { HOOK, isVerified, listening } from '../support/webhooks.ts'
import { aFixedSession, aWorld, fabrikamBeside, settingOf } from '../support/world.ts'

const STOPPED = 'UPDATE sending SET stopped_at = ?1, next_try_at = ?1 + 900000000000'

/** A minute's tick at that moment, with one a minute before: none is late. */
type Tick = (moment: string) => Promise<readonly unknown[]>

test('the owner’s webhook is told when health turns bad, a day later again, and when all is well', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const made = await nadia.post('/api/v1/webhooks', { programmeId: null, url: HOOK })
  expect(made).toMatchObject({
    ...{ status: 201, body: { programmeId: null, types: ['health.broken', 'health.mended'] } },
  })
  const tick = ticking(world, other)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  expect(await tick('2027-03-15T08:00Z')).toEqual([])

  await env.DB.prepare(STOPPED).bind(world.platform.now()).run()
  const broken = { codes: ['sending-stopped'], since: '2027-03-15T08:05:00Z' }
  expect(await tick('2027-03-15T08:05Z')).toEqual([
    { type: 'health.broken', timestamp: '2027-03-15T08:05:00Z', data: broken },
  ])
  const [call] = other.calls
  expect(call && (await isVerified(call, textAt(made.body, 'secret')))).toBe(true)
  expect(await tick('2027-03-15T08:06Z')).toEqual([])
  expect(await tick('2027-03-16T08:04Z')).toEqual([])
  expect(await tick('2027-03-16T08:05Z')).toMatchObject([{ type: 'health.broken', data: broken }])
  expect(await tick('2027-03-16T08:06Z')).toEqual([])

  await env.DB.prepare('UPDATE sending SET stopped_at = NULL').run()
  expect(await tick('2027-03-16T08:07Z')).toMatchObject([{ type: 'health.mended', data: broken }])
  expect(await tick('2027-03-16T08:08Z')).toEqual([])
})

test('two ticks that see the same tell it once', async () => {
  const { world, other } = listening(await aWorld())
  await (await world.as(world.nadia)).post('/api/v1/webhooks', { programmeId: null, url: HOOK })
  await env.DB.prepare(STOPPED).bind(world.platform.now()).run()
  const before = { lastTick: null, jobsFailed: false }
  await Promise.all([tellOfHealth(world.platform, before), tellOfHealth(world.platform, before)])
  await runCron(world.platform, RUNS.minutely)
  expect(other.calls).toHaveLength(1)
})

test('what a tick mends itself is not told, though it was bad when the tick began', async () => {
  const { world, other } = listening(await aWorld())
  await (await world.as(world.nadia)).post('/api/v1/webhooks', { programmeId: null, url: HOOK })
  await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  const tick = ticking(world, other)
  const sent = world.mails.length
  expect(await tick('2027-03-15T08:20Z')).toEqual([])
  expect(world.mails.length).toBeGreaterThan(sent)
})

test('a webhook of health is the owner’s alone, and is told nothing of a programme', async () => {
  const { world, other } = listening(await aWorld())
  const { rita } = await fabrikamBeside(world)
  const [nadia, another] = [await world.as(world.nadia), await world.as(rita)]
  const wish = { programmeId: null, url: HOOK }
  expect(await another.post('/api/v1/webhooks', wish)).toMatchObject({ status: 404 })
  for (const types of [['session.fixed'], ['health.broken', 'session.fixed']])
    expect(await nadia.post('/api/v1/webhooks', { ...wish, types })).toMatchObject({
      ...{ status: 422, body: { error: { code: 'webhook-types' } } },
    })
  const ofProgramme = { ...wish, programmeId: world.northwind.id, types: ['health.broken'] }
  expect(await nadia.post('/api/v1/webhooks', ofProgramme)).toMatchObject({ status: 422 })

  const id = textAt((await nadia.post('/api/v1/webhooks', wish)).body, 'id')
  expect(await nadia.patch(`/api/v1/webhooks/${id}`, { types: ['session.fixed'] })).toMatchObject({
    ...{ status: 422, body: { error: { code: 'webhook-types' } } },
  })
  expect((await nadia.get('/webhooks')).body).toContain('The health of the installation')
  expect((await another.get('/webhooks')).body).not.toContain('The health of the installation')
  expect(await another.get(`/webhooks/${id}`)).toMatchObject({ status: 404 })
  await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  await runCron(world.platform, RUNS.minutely)
  expect(other.calls).toEqual([])
})

test('made on its page it is told of health, whatever else is chosen there', async () => {
  const { world } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const typed = { programme: 'health', url: HOOK, 'type-session.fixed': 'yes' }
  const answer = await nadia.ask('/webhooks', { method: 'POST', body: new URLSearchParams(typed) })
  expect(answer.body).toContain('whsec_')
  expect(await nadia.get('/api/v1/webhooks')).toMatchObject({
    body: { webhooks: [{ programmeId: null, types: ['health.broken', 'health.mended'] }] },
  })
})

test('it ends, and tells nothing more, when its maker does not own the installation any more', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  await nadia.post('/api/v1/webhooks', { programmeId: null, url: HOOK })
  await env.DB.prepare('DELETE FROM owners').run()
  const tick = ticking(world, other)
  await env.DB.prepare(STOPPED).bind(world.platform.now()).run()
  expect(await tick('2027-03-15T08:05Z')).toEqual([])
  const [row] = (await env.DB.prepare('SELECT ended_at IS NOT NULL AS ended FROM webhooks').all()).results
  expect(row).toEqual({ ended: 1 })
})

function ticking(
  { now, platform }: ReturnType<typeof listening>['world'],
  other: ReturnType<typeof listening>['other'],
): Tick {
  return async (moment) => {
    now(new Date(Date.parse(moment) - 60_000).toISOString())
    await env.DB.prepare('UPDATE ticks SET at = ? WHERE cron = ?').bind(platform.now(), RUNS.minutely).run()
    now(moment)
    const before = other.calls.length
    await runCron(platform, RUNS.minutely)
    return other.calls.slice(before).map(({ body }) => JSON.parse(body))
  }
}
