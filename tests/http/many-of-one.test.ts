import { env } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/d1'
import { expect, test } from 'vitest'

import { bookSession } from '../../worker/actions/session/book.ts'
import { sendDigest } from '../../worker/actions/session/digest.ts'
import { after, MINUTE } from '../../worker/domain/time/time.ts'
import { listMembers } from '../../worker/storage/people/membership.ts'
import { signedIn } from '../support/client.ts'
import { countingDatabase, type Total } from '../support/counting-database.ts'
import { manyExecutives } from '../support/many-people.ts'
import { storedOfKind } from '../support/stored-letters.ts'
import { at } from '../support/times.ts'
import { asManager, aWorld, have, settingOf, type World } from '../support/world.ts'

const EXECUTIVES = 300
const MOST_BOUND = 100

test('one mentor of 300, one assistant of 150, a plan of 300 rows: each statement binds few parameters', async () => {
  const world = await aWorld()
  const { tom, odile, northwind } = world
  await manyExecutives(settingOf(world), tom, EXECUTIVES)
  await assistAll(world)
  const { nadia, asTom, total, platform } = await counting(world)
  const plan = await nadia.post(`/api/v1/programmes/${northwind.id}/plans`, { standIns: true })
  const planId: string = Object(plan.body).id
  const rows: readonly unknown[] = [...Object(plan.body).rows, ...Object(plan.body).leftOver]
  const exceptions = Array.from({ length: 300 }, (_, index) => ({
    date: new Date(Date.UTC(2027, 3, 1 + index)).toISOString().slice(0, 10),
  }))
  const answers = [
    plan,
    await nadia.get(`/plans/${planId}`),
    await nadia.get(`/api/v1/plans/${planId}`),
    await nadia.post(`/api/v1/plans/${planId}/confirmation`),
    await nadia.put(`/api/v1/people/${tom.id}/availability`, {
      zone: 'Europe/Paris',
      weekly: [],
      exceptions,
    }),
    await nadia.patch(`/api/v1/people/${tom.id}`, { zone: 'Europe/London', name: 'Tom B. Leroy' }),
    await nadia.patch(`/api/v1/people/${odile.id}`, { name: 'Odile B. Martin' }),
    await nadia.patch(`/api/v1/programmes/${northwind.id}`, { policy: { cadence: 40 } }),
    await nadia.get(`/people/${tom.id}`),
    await nadia.get(`/people/${odile.id}`),
    await nadia.get('/api/v1/sessions'),
    await nadia.get('/calendar'),
    await asTom.get('/mine'),
    await asTom.get('/api/v1/pairings'),
  ]

  expect(rows.length).toBe(EXECUTIVES + 1)
  expect(answers.map(({ status }) => status).filter((status) => status >= 300)).toEqual([])
  world.now('2027-03-17T16:00Z')
  await sendDigest(platform, odile.id)
  expect(total.mostBound).toBeGreaterThan(5)
  expect(total.mostBound).toBeLessThanOrEqual(MOST_BOUND)
})

test('a plan is shown page by page, and its button says how many one press sends', async () => {
  const world = await aWorld()
  await manyExecutives(settingOf(world), world.tom, 250)
  const nadia = await world.as(world.nadia)
  const { body } = await nadia.post(`/api/v1/programmes/${world.northwind.id}/plans`)
  const first = String((await nadia.get(`/plans/${Object(body).id}`)).body)
  const last = String((await nadia.get(`/plans/${Object(body).id}?from=201`)).body)
  const planned: number = Object(body).rows.length

  expect(first).toContain('1–100 of 251')
  expect(last).toContain('201–251 of 251')
  expect(planned).toBeGreaterThan(40)
  expect(first).toContain(`Send the next 40 of ${planned} offers`)
})

test('a digest names every one of sixty sessions', async () => {
  const world = await aWorld()
  const pairings = await manyExecutives(settingOf(world), world.tom, 60)
  await assistAll(world)
  for (const [index, { id: pairingId }] of pairings.entries()) {
    const start = after(at('2027-03-16T08:00Z'), index * 10 * MINUTE)
    const wish = { id: world.platform.newId('ses'), pairingId, start, minutes: 10, reason: 'agreed' }
    have(await bookSession(world.platform, wish, asManager(world.nadia)))
  }
  world.now('2027-03-15T16:00Z')
  await sendDigest(world.platform, world.odile.id)
  const digests = await storedOfKind(world.platform, 'digest')

  expect(digests.map(({ entries }) => entries.length)).toEqual([60])
})

async function counting(world: World) {
  const total: Total = { calls: 0, rowsRead: 0, rowsWritten: 0 }
  const platform = { ...world.platform, db: drizzle(countingDatabase(env.DB, total)) }
  return {
    ...{ total, platform },
    nadia: await signedIn(world.platform, world.nadia, platform),
    asTom: await signedIn(world.platform, world.tom, platform),
  }
}

/** Odile answers for half of the executives at least. */
async function assistAll({ platform, northwind, odile, bernard }: World): Promise<void> {
  const executives = (await listMembers(platform.db, northwind.id)).filter(
    ({ id, roles }) => roles.includes('executive') && id !== bernard.id,
  )
  const ids = JSON.stringify(executives.slice(0, 150).map(({ id }) => id))
  await env.DB.prepare(
    `INSERT INTO assistants (programme_id, executive_id, assistant_id, from_at)
     SELECT ?, value, ?, 0 FROM json_each(?)`,
  )
    .bind(northwind.id, odile.id, ids)
    .run()
}
