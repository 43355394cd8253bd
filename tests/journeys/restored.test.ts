import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'

import { askToSignIn } from '../../worker/actions/sign-in/ask.ts'
import { findItems } from '../../worker/domain/today/items.ts'
import { runAll, runCron } from '../../worker/jobs/jobs.ts'
import { readHealth } from '../../worker/storage/clock/health.ts'
import { findMorning } from '../../worker/storage/today/morning.ts'
import { asRestored } from '../support/as-restored.ts'
import { aWebhook, listening } from '../support/webhooks.ts'
import {
  aFixedSession,
  anOffer,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../support/world.ts'

const EVERY_MINUTE = '* * * * *'

test('after a restore nothing leaves, whoever presses and however late it is, until a manager says so', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  await asRestored(world.platform)

  const before = world.mails.length
  const client = await world.as(world.nadia)
  await client.post('/api/v1/deliveries/retry', {})
  await runCron(world.platform, EVERY_MINUTE)
  world.now('2027-03-22T18:00Z')
  await runAll(world.platform)
  expect(world.mails.slice(before)).toEqual([])
  expect(await states()).toEqual({ waiting: 2 })

  const morning = await findMorning(world.platform, world.northwind.id)
  expect(morning && findItems(morning)[0]).toMatchObject({ kind: 'restored', action: 'open' })
  const later = await world.as(world.nadia)
  const text = String((await later.get('/deliveries')).body)
  expect(text).toContain('Restored from a backup')
  expect(text).toContain('2 emails were waiting in the backup.')
  expect((await readHealth(world.platform.db, world.platform.now())).restoredAt).not.toBeNull()
})

test('after a restore no webhook is called until a manager says so', async () => {
  const { world, other } = listening(await aWorld())
  const nadia = await world.as(world.nadia)
  const { id } = await aWebhook(nadia, world.northwind.id)
  await asRestored(world.platform)
  const later = await world.as(world.nadia)
  await later.post(`/api/v1/webhooks/${id}/attempts`)
  await runAll(world.platform)
  expect(other.calls).toEqual([])

  expect((await later.post('/api/v1/deliveries/resumption', { waiting: 'send' })).status).toBe(200)
  await runAll(world.platform)
  expect(other.calls).toHaveLength(1)
})

test('whoever has to say so can sign in meanwhile: a link that is asked for now leaves, one of the backup does not', async () => {
  const world = await aWorld()
  await asksForLink(world)
  await asRestored(world.platform)
  await runCron(world.platform, EVERY_MINUTE)
  expect(world.mails).toEqual([])

  await asksForLink(world)
  await runCron(world.platform, EVERY_MINUTE)
  expect(world.mails.map(({ to }) => to)).toEqual([world.nadia.email])
})

test('the clock decides nothing by what may be long past: an offer stays open while nobody has resumed', async () => {
  const world = await aWorld()
  const { id } = await anOffer(settingOf(world), world.pairing)
  await asRestored(world.platform)
  world.now('2027-03-24T08:00Z')
  await runAll(world.platform)
  expect(await one('SELECT status FROM offers')).toEqual({ status: 'open' })

  const client = await world.as(world.nadia)
  await client.post('/api/v1/deliveries/resumption', { waiting: 'drop' })
  await runAll(world.platform)
  expect(
    await one(`SELECT status FROM offers WHERE session_id = '${id}' ORDER BY made_at LIMIT 1`),
  ).not.toEqual({
    status: 'open',
  })
})

test('with everything that waits: each letter leaves once, the same as it was', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  await asRestored(world.platform)
  const client = await world.as(world.nadia)
  const pressed = await client.ask('/deliveries/resumption', {
    method: 'POST',
    body: new URLSearchParams({ waiting: 'send' }),
  })
  expect(String(pressed.body)).toContain('Emails go out again.')
  await runCron(world.platform, EVERY_MINUTE)
  expect(world.mails).toHaveLength(2)
  expect(await one('SELECT resumed_by, waiting FROM restores')).toEqual({
    ...{ resumed_by: world.nadia.id, waiting: 'send' },
  })
  expect(await states()).toEqual({ sent: 2 })
})

test('without what waited in the backup: it is set aside as if it had left, and what was written since leaves', async () => {
  const world = await aWorld()
  await aFixedSession(settingOf(world), world.pairing, '2027-03-22T10:00Z')
  await asRestored(world.platform)
  await asksForLink(world)
  const client = await world.as(world.nadia)
  const resumed = await client.post('/api/v1/deliveries/resumption', { waiting: 'drop' })
  expect(resumed).toMatchObject({ status: 200, body: { ofBackup: 2 } })
  await runCron(world.platform, EVERY_MINUTE)
  expect(world.mails.map(({ to }) => to)).toEqual([world.nadia.email])
  expect(
    await one("SELECT count(*) AS count FROM outbox WHERE error = 'restored' AND state = 'retired'"),
  ).toEqual({
    count: 2,
  })
  expect(await one('SELECT min(sent_sequence) AS least FROM invites')).toEqual({ least: 0 })
  expect(String((await client.get('/deliveries')).body)).not.toContain('nothing is being sent')

  // A second press does no harm, and a later cancellation reaches the calendars that may have had the invite.
  expect(await client.post('/api/v1/deliveries/resumption', { waiting: 'send' })).toMatchObject({
    status: 200,
    body: { ofBackup: 0, since: 0 },
  })
  const { id } = await one('SELECT id FROM sessions')
  await client.post(`/api/v1/sessions/${String(id)}/cancellation`, {})
  await runCron(world.platform, EVERY_MINUTE)
  expect(
    await one(
      "SELECT count(*) AS count FROM outbox WHERE json_extract(letter, '$.method') = 'CANCEL' AND state = 'sent'",
    ),
  ).toEqual({ count: 2 })
})

test('only whoever runs the installation lets mail go again; another manager reads who that is, where her programme knows them', async () => {
  const world = await aWorld()
  await anOffer(settingOf(world), world.pairing)
  await asRestored(world.platform)
  const colleague = await aPersonIn(settingOf(world), 'manager', { name: 'Ines Roth' })
  const fabrikam = await fabrikamBeside(world)
  const [ines, rita] = [await world.as(colleague), await world.as(fabrikam.rita)]
  for (const [client, name] of [
    [ines, ': Nadia H'],
    [rita, 'lets emails go out again.'],
  ] as const) {
    const refused = await client.post('/api/v1/deliveries/resumption', { waiting: 'send' })
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'owner-resumes' } } })
    expect(JSON.stringify(refused.body)).toContain(name)
  }
  const pressed = await ines.ask('/deliveries/resumption', {
    ...{ method: 'POST', body: new URLSearchParams({ waiting: 'send' }) },
  })
  expect(pressed.status).toBe(409)
  const page = String((await ines.get('/deliveries')).body)
  expect(page).toContain('whoever runs this installation decides: Nadia H')
  expect(page).not.toContain('action="/deliveries/resumption"')
  await runCron(world.platform, EVERY_MINUTE)
  expect(world.mails).toEqual([])

  // Where nobody who runs it manages a programme, any manager may.
  await env.DB.prepare("DELETE FROM memberships WHERE role = 'manager' AND person_id = ?")
    .bind(world.nadia.id)
    .run()
  expect((await ines.post('/api/v1/deliveries/resumption', { waiting: 'drop' })).status).toBe(200)
})

async function asksForLink({ platform, nadia }: World): Promise<void> {
  const { email, locale, zone } = nadia
  await askToSignIn(platform, { email, locale, zone, network: '192.0.2.1', browser: null, wayBack: null })
}

async function states(): Promise<Readonly<Record<string, number>>> {
  const { results } = await env.DB.prepare('SELECT state, count(*) AS count FROM outbox GROUP BY state').all<{
    state: string
    count: number
  }>()
  return Object.fromEntries(results.map(({ state, count }) => [state, count]))
}

async function one(query: string): Promise<Readonly<Record<string, unknown>>> {
  return (await env.DB.prepare(query).first()) ?? {}
}
