import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { makeApp } from '../../../worker/app.ts'
import { after, instant, iso, MINUTE } from '../../../worker/domain/time/time.ts'
import { runCron } from '../../../worker/jobs/jobs.ts'
import type { SendResult } from '../../../worker/platform.ts'
import {
  aFixedSession,
  aProgramme,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../../support/world.ts'

const NO_SIGN_IN: SendResult = { ok: false, error: 'smtp-auth-535', fault: 'sending', mayBeHad: false }
const MINUTELY = '* * * * *'

test('whoever watches is told when the clock that once ran stands still, and not before', async () => {
  const world = await aWorld()
  const ask = async (tickingSince: World['platform']['settings']['tickingSince'] = instant(0)) => {
    const settings = { ...world.platform.settings, tickingSince }
    const answer = await makeApp(() => ({ ...world.platform, settings })).request('/health', {}, env)
    return { status: answer.status, body: await answer.json() }
  }
  expect(await ask()).toEqual({ status: 200, body: { ok: true } })

  await runCron(world.platform, MINUTELY)
  const ran = world.platform.now()
  world.now(iso(after(ran, 10 * MINUTE)))
  expect(await ask()).toEqual({ status: 200, body: { ok: true } })
  world.now(iso(after(ran, 10 * MINUTE + 1)))
  expect(await ask()).toEqual({ status: 503, body: { ok: false } })
  expect(await ask(null)).toMatchObject({ status: 200 })
  expect(await ask(after(ran, MINUTE))).toMatchObject({ status: 200 })
})

test('the owner reads what waits and what fails by codes and counts; nobody else', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  const broken = { ...world.platform, send: () => Promise.resolve(NO_SIGN_IN) }
  await runCron(broken, MINUTELY)
  world.now('2027-03-15T08:05Z')
  await runCron(broken, MINUTELY)
  await env.DB.prepare(
    "INSERT INTO timers (subject, kind, lane, due_at, tries, said) VALUES ('ses_x', 'bump', 'rounds', 9e12, 7, 'threw')",
  ).run()

  const { status, body } = await (await world.as(world.nadia)).get('/api/v1/health')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ok: true,
    outbox: { waiting: 2, oldestSeconds: 300, lastErrorCode: 'smtp-auth-535' },
    ticks: [{ cron: MINUTELY, at: '2027-03-15T08:05:00Z', failed: [] }],
    timers: { overdue: 0, failing: 1, kinds: [{ kind: 'bump', count: 1 }] },
    feeds: { failing: 0 },
  })
  expect(JSON.stringify(body)).not.toMatch(/example|Bernard|Leroy/)
  for (const person of [rita, world.tom])
    expect((await (await world.as(person)).get('/api/v1/health')).status).toBe(404)

  expect((await (await world.as(world.nadia)).get('/deliveries')).body).toContain('How it runs')
  expect((await (await world.as(rita)).get('/deliveries')).body).not.toContain('How it runs')
})

test('a letter that was tried is late; one for the morning, or for an address that rests, is not', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  await aFixedSession(settingOf(world), world.pairing, '2027-03-18T10:00Z')
  const waiting = async () => {
    const { body } = await nadia.get('/api/v1/health')
    return Reflect.get(Object(Reflect.get(Object(body), 'outbox')), 'waiting')
  }
  expect(await waiting()).toBe(2)
  const later = after(world.platform.now(), 60 * MINUTE)
  await env.DB.prepare('UPDATE outbox SET due_at = ?').bind(later).run()
  expect(await waiting()).toBe(0)
  await env.DB.prepare("UPDATE outbox SET attempts = 1, error = 'busy'").run()
  expect(await waiting()).toBe(2)
  await env.DB.prepare("UPDATE outbox SET error = 'address-rests'").run()
  expect(await waiting()).toBe(0)
})

test('what is due with the next tick is not late; what has waited more than ten minutes for its hour is', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const overdue = async () => {
    const { body } = await nadia.get('/api/v1/health')
    return Reflect.get(Object(Reflect.get(Object(body), 'timers')), 'overdue')
  }
  await aProgramme(world.platform, world.nadia, 'Finance')
  const { results } = await env.DB.prepare('SELECT kind FROM timers WHERE due_at = 0').all()
  expect(results).toContainEqual({ kind: 'urgent-mail' })
  expect(await overdue()).toBe(0)

  const late = after(world.platform.now(), -11 * MINUTE)
  await env.DB.prepare('UPDATE timers SET due_at = ? WHERE due_at = 0').bind(late).run()
  expect(await overdue()).toBe(results.length)
})
