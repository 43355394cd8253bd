import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { offerTimes } from '../../../../worker/actions/offer/make.ts'
import { confirmPlan } from '../../../../worker/actions/plan/confirm.ts'
import { makePlan } from '../../../../worker/actions/plan/make.ts'
import { bookSession } from '../../../../worker/actions/session/book.ts'
import { fromIso } from '../../../../worker/domain/time/time.ts'
import { tick } from '../../../../worker/http/dev/tick.ts'
import { findOpenSession } from '../../../../worker/storage/session/session.ts'
import type { Client } from '../../../support/client.ts'
import { aFault, failingDatabase } from '../../../support/failing-database.ts'
import {
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  asManager,
  aWorld,
  have,
  settingOf,
  fabrikamBeside,
  type World,
} from '../../../support/world.ts'

test('a plan has times for everybody without a next date, and none of them in each other’s way', async () => {
  const { world, pairings } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const plan = await planOf(nadia, world)

  expect(plan.rows.map(({ pairingId }) => pairingId).toSorted()).toEqual(
    pairings.map(({ id }) => id).toSorted(),
  )
  expect(plan.rows.map(({ options }) => options.length)).toEqual([3, 3, 3, 3])
  const times = plan.rows
    .flatMap(({ options }) => options)
    .toSorted((one, other) => (one.start < other.start ? -1 : 1))
  const apart = times
    .slice(1)
    .map(({ start }, index) => (fromIso(start) ?? 0) - (fromIso(times[index]?.end ?? '') ?? 0))
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(10 * 60_000)
})

test('confirming sends each row as an offer with the plan’s own times, once however often it is repeated', async () => {
  const { world } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const plan = await planOf(nadia, world)
  const first = await nadia.post(`/api/v1/plans/${plan.id}/confirmation`)
  const mails = world.mails.length
  const second = await nadia.post(`/api/v1/plans/${plan.id}/confirmation`)

  expect(first.status).toBe(200)
  expect(statesOf(first.body)).toEqual(['sent', 'sent', 'sent', 'sent'])
  expect(second.body).toEqual(first.body)
  expect(world.mails).toHaveLength(mails)
  for (const { pairingId, options, offerId } of plan.rows) {
    const session = await findOpenSession(world.platform.db, pairingId)
    expect(session?.offer).toMatchObject({ id: offerId, status: 'open' })
    expect(session?.offer?.options.map(({ start }) => start)).toEqual(
      options.map(({ start }) => fromIso(start)).toSorted(),
    )
  }
})

test('a database that fails half-way says what was sent; pressing again sends the rest, and nobody gets two mails', async () => {
  const { world } = await fourExecutives()
  const { platform, nadia, northwind } = world
  const by = asManager(nadia)
  const { id } = have(
    await makePlan(platform, {
      id: platform.newId('pln'),
      programmeId: northwind.id,
      standIns: false,
      madeBy: nadia.id,
    }),
  )
  const fault = aFault(11)
  const failing = { ...platform, db: drizzle(failingDatabase(env.DB, fault)) }
  const stopped = await confirmPlan(failing, id, by)
  expect(stopped).toMatchObject({ ok: false, refusal: { reason: 'plan-stopped' } })
  const { sent, left } = !stopped.ok && 'sent' in stopped.refusal ? stopped.refusal : { sent: 0, left: 0 }
  expect(sent).toBeGreaterThan(0)
  expect(sent + left).toBe(4)

  const again = await (await world.as(nadia)).post(`/api/v1/plans/${id}/confirmation`)
  expect(statesOf(again.body)).toEqual(['sent', 'sent', 'sent', 'sent'])
  await tick(platform)
  const asked = world.mails.map(({ to }) => to)
  expect(asked).toHaveLength(new Set(asked).size)
  expect(asked.length).toBeGreaterThan(0)
})

test('a row whose time was taken meanwhile says by whom and until when, and blocks no other row', async () => {
  const { world, pairings } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const plan = await planOf(nadia, world)
  const [robbed, robber] = plan.rows
  const start = fromIso(robbed?.options[0]?.start ?? '')
  const other = pairings.find(({ id }) => id === robber?.pairingId)
  if (!robbed || !other || !start) throw new Error('no rows')
  const booking = { id: world.platform.newId('ses'), pairingId: other.id, start, minutes: 30, reason: null }
  have(await bookSession(world.platform, booking, { id: world.nadia.id, door: 'manager' }))

  const confirmed = await nadia.post(`/api/v1/plans/${plan.id}/confirmation`)
  expect(confirmed.body).toMatchObject({
    rows: [
      { pairingId: robbed.pairingId, state: 'failed', refusal: { code: 'slot-taken' } },
      { pairingId: other.id, state: 'failed', refusal: { code: 'already-fixed' } },
      { state: 'sent' },
      { state: 'sent' },
    ],
  })
})

test('an offer made by hand meanwhile is not superseded by the plan', async () => {
  const { world, pairings } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const plan = await planOf(nadia, world)
  const [first] = pairings
  if (!first) throw new Error('no pairing')
  const wish = { id: world.platform.newId('off'), pairingId: first.id, minutes: null, options: null }
  have(await offerTimes(world.platform, wish, { id: world.nadia.id, door: 'manager' }))

  const confirmed = await nadia.post(`/api/v1/plans/${plan.id}/confirmation`)
  expect(confirmed.body).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({
        pairingId: first.id,
        refusal: expect.objectContaining({ code: 'already-offered' }),
      }),
    ]),
  })
  expect((await findOpenSession(world.platform.db, first.id))?.offer?.id).toBe(wish.id)
})

test('a stand-in is proposed only where it is allowed, and then has the session', async () => {
  const world = await aWorld()
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const nadia = await world.as(world.nadia)
  await nadia.put(`/api/v1/people/${world.tom.id}/availability`, { zone: 'Europe/Paris', weekly: [] })

  expect((await planOf(nadia, world)).leftOver).toMatchObject([
    { pairingId: world.pairing.id, reason: 'mentor-not-free' },
  ])
  const plan = await planOf(nadia, world, { standIns: true })
  expect(plan.rows).toMatchObject([{ mentorId: uma.id }])
  await nadia.post(`/api/v1/plans/${plan.id}/confirmation`)
  expect(await findOpenSession(world.platform.db, world.pairing.id)).toMatchObject({
    mentorId: uma.id,
    status: 'offered',
  })
})

test('a round that a stand-in holds is planned with him once the pairing’s own mentor has left', async () => {
  const world = await aWorld()
  const uma = await aMentor(settingOf(world), 'Uma Rao')
  const nadia = await world.as(world.nadia)
  const session = await anOffer(settingOf(world), world.pairing)
  await env.DB.batch([
    env.DB.prepare("UPDATE offers SET status = 'expired' WHERE session_id = ?").bind(session.id),
    env.DB.prepare('DELETE FROM claims'),
    env.DB.prepare('UPDATE sessions SET mentor_id = ?, version = version + 1').bind(uma.id),
    env.DB.prepare('DELETE FROM memberships WHERE person_id = ?').bind(world.tom.id),
  ])
  const plan = await planOf(nadia, world, { standIns: true })
  expect(plan.rows).toMatchObject([{ pairingId: world.pairing.id, mentorId: uma.id }])
})

test('on the page rows are left out, given other times, and sent', async () => {
  const { world } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const made = await submit(nadia, `/programmes/${world.northwind.id}/plans`, [])
  const [path = ''] = made.headers.get('Location')?.split('?') ?? []
  const page = await nadia.get(path)
  const [one, two] = [...String(page.body).matchAll(/\/plans\/pln_\w+\/rows\/(pai_\w+)"/g)]
    .map(([, id]) => id ?? '')
    .filter((id, index, all) => all.indexOf(id) === index)

  expect(page).toMatchObject({ status: 200, body: expect.stringContaining('Send 4 offers') })
  await submit(nadia, `${path}/rows/${one}`, [['change', 'drop']])
  const choosing = await nadia.get(`${path}/rows/${two}`)
  const free = [...String(choosing.body).matchAll(/name="time" value="([^"]+)"\/>/g)].map(
    ([, start]) => start ?? '',
  )
  const chosen = free.at(-1) ?? ''
  expect(
    (
      await submit(nadia, `${path}/rows/${two}`, [
        ['change', 'times'],
        ['time', chosen],
      ])
    ).status,
  ).toBe(303)
  const nightly = await submit(nadia, `${path}/rows/${two}`, [
    ['change', 'times'],
    ['time', '2027-03-18T02:00:00Z'],
  ])
  expect(nightly).toMatchObject({ status: 422, body: expect.stringContaining('outside') })
  expect((await submit(nadia, `${path}/confirmation`, [])).status).toBe(303)

  expect(await findOpenSession(world.platform.db, idOf(one))).toBeNull()
  const session = await findOpenSession(world.platform.db, idOf(two))
  expect(session?.offer?.options.map(({ start }) => start)).toEqual([fromIso(chosen)])
})

test('each time stands on the clocks of the two where they are not the manager’s, and the zone is named once', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const lea = await aPersonIn(here, 'executive', { name: 'Lea Duval', zone: 'America/New_York' })
  await aPairing(here, world.tom, lea)
  const nadia = await world.as(world.nadia)
  const { id, rows } = await planOf(nadia, world)
  const page = String((await nadia.get(`/plans/${id}`)).body)
  const times = rows.find(({ pairingId }) => pairingId !== world.pairing.id)?.options ?? []

  expect(page.match(/Times are Paris time/g)).toHaveLength(1)
  expect(page.match(/New York time/g)).toHaveLength(times.length)
  const row = String((await nadia.get(`/plans/${id}/rows/${rows[0]?.pairingId}`)).body)
  expect(row.includes('New York time')).toBe(rows[0]?.pairingId !== world.pairing.id)
})

test('the press that sends stands before the rows, and says what it sends and what not', async () => {
  const { world } = await fourExecutives()
  const nadia = await world.as(world.nadia)
  const { id, rows } = await planOf(nadia, world)
  await submit(nadia, `/plans/${id}/rows/${rows.at(-1)?.pairingId}`, [['change', 'drop']])
  const page = String((await nadia.get(`/plans/${id}`)).body)

  expect(page.indexOf('Send 3 offers')).toBeGreaterThan(0)
  expect(page.indexOf('Send 3 offers')).toBeLessThan(page.indexOf('<ul class="rows plan">'))
  expect(page).toContain('3 ready · 1 left out')
  expect(page).toContain('gets one email with the times in their row')
  const sent = await submit(nadia, `/plans/${id}/confirmation`, [])
  const after = String((await nadia.get(sent.headers.get('Location') ?? '')).body)
  expect(after).toContain('3 offers were sent.')
  const first = /<li class="[^"]+" id="(pai_\w+)">/.exec(after)?.[1]
  expect(first).toBe(rows.at(-1)?.pairingId)
})

test('a plan of another programme is a 404', async () => {
  const world = await aWorld()
  const { fabrikam, rita } = await fabrikamBeside(world)
  const [nadia, hers] = [await world.as(world.nadia), await world.as(rita)]
  const plan = await hers.post(`/api/v1/programmes/${fabrikam.id}/plans`)
  const { id } = asPlan(plan.body)

  expect((await nadia.post(`/api/v1/programmes/${fabrikam.id}/plans`)).status).toBe(404)
  expect((await nadia.get(`/api/v1/plans/${id}`)).status).toBe(404)
  expect((await nadia.post(`/api/v1/plans/${id}/confirmation`)).status).toBe(404)
  expect((await nadia.get(`/plans/${id}`)).status).toBe(404)
})

async function fourExecutives() {
  const world = await aWorld()
  const here = settingOf(world)
  const pairings = [world.pairing]
  for (const name of ['Lea Duval', 'Ines Ferrer', 'Max Weber'])
    pairings.push(await aPairing(here, world.tom, await aPersonIn(here, 'executive', { name })))
  return { world, pairings }
}

type PlanBody = {
  readonly id: string
  readonly rows: readonly {
    readonly pairingId: `pai_${string}`
    readonly offerId: string
    readonly state: string
    readonly options: readonly { readonly start: string; readonly end: string }[]
  }[]
  readonly leftOver: readonly unknown[]
}

async function planOf(client: Client, { northwind }: World, wish: object = {}): Promise<PlanBody> {
  const made = await client.post(`/api/v1/programmes/${northwind.id}/plans`, wish)
  expect(made.status).toBe(201)
  return asPlan(made.body)
}

function asPlan(body: unknown): PlanBody {
  if (!isPlan(body)) throw new Error('not a plan')
  return body
}

function isPlan(body: unknown): body is PlanBody {
  return typeof body === 'object' && body !== null && 'rows' in body && 'leftOver' in body
}

function statesOf(body: unknown): readonly string[] {
  return asPlan(body).rows.map(({ state }) => state)
}

function idOf(text = ''): `pai_${string}` {
  return `pai_${text.replace('pai_', '')}`
}

function submit(client: Client, path: string, fields: [string, string][]) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return client.ask(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers })
}
