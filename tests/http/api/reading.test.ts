import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Database } from '../../../worker/platform.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { aPairing, aPersonIn, aWorld, fabrikamBeside, settingOf } from '../../support/world.ts'

test('a person reads as his change responded, and the access is logged', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/people/${world.bernard.id}`
  const changed = await nadia.patch(path, { unit: 'Finance', rules: { perDay: 2 }, blockers: ['booked'] })
  const read = describedBody('GET /api/v1/people/:id', await nadia.get(path))

  expect(read).toEqual(changed.body)
  expect(read).toMatchObject({ roles: ['executive'], assistantIds: [world.odile.id], rules: { perDay: 2 } })
  expect(JSON.stringify(read)).not.toContain(world.bernard.replyAddress)
  expect(await looks(world.platform.db, world.bernard.id)).toEqual([
    { actor: world.nadia.id, route: '/api/v1/people/:id' },
  ])
})

test('hours read as they were set, by the mentor himself too; with none set they are empty', async () => {
  const world = await aWorld()
  const tom = await world.as(world.tom)
  const path = `/api/v1/people/${world.tom.id}/availability`
  const hours = {
    zone: 'Europe/Paris',
    weekly: [{ day: 2, from: '09:00', to: '24:00' }],
    exceptions: [{ date: '2027-03-16' }, { date: '2027-03-23', from: '14:00', to: '15:00' }],
  }
  await tom.put(path, hours)
  expect(describedBody('GET /api/v1/people/:id/availability', await tom.get(path))).toEqual(hours)

  const nadia = await world.as(world.nadia)
  expect((await nadia.get(path)).body).toEqual(hours)
  expect((await nadia.get(`/api/v1/people/${world.bernard.id}/availability`)).body).toEqual({
    ...{ zone: world.bernard.zone, weekly: [], exceptions: [] },
  })
  expect((await tom.get(`/api/v1/people/${world.bernard.id}/availability`)).status).toBe(404)
})

test('a pairing reads to its mentor once it is more than proposed', async () => {
  const world = await aWorld()
  const here = settingOf(world)
  const [nadia, tom] = [await world.as(world.nadia), await world.as(world.tom)]
  const proposed = await aPairing(
    here,
    world.tom,
    await aPersonIn(here, 'executive', { name: 'Zoe Fabre' }),
    'proposed',
  )
  const path = `/api/v1/pairings/${proposed.id}`

  expect(describedBody('GET /api/v1/pairings/:id', await nadia.get(path))).toMatchObject({
    status: 'proposed',
  })
  expect((await tom.get(path)).status).toBe(404)
  await nadia.patch(path, { status: 'active' })
  expect(describedBody('GET /api/v1/pairings/:id', await tom.get(path))).toMatchObject({ status: 'active' })
})

test('an offer reads as it was made, and says what came of it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const made = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  const path = `/api/v1/offers/${textAt(made.body, 'id')}`
  expect(describedBody('GET /api/v1/offers/:id', await nadia.get(path))).toEqual({
    ...Object(made.body),
    status: 'open',
  })

  const again = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  expect((await nadia.get(path)).body).toMatchObject({ status: 'superseded' })
  const next = `/api/v1/offers/${textAt(again.body, 'id')}`
  await nadia.post(`${next}/answer`, { none: true })
  expect((await nadia.get(next)).body).toMatchObject({ status: 'none' })
})

test('a format reads as its change answered', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const made = await nadia.post(`/api/v1/programmes/${world.northwind.id}/formats`, { name: 'Two letters' })
  const path = `/api/v1/formats/${textAt(made.body, 'id')}`
  const changed = await nadia.patch(path, { minutes: 20 })
  expect(describedBody('GET /api/v1/formats/:id', await nadia.get(path))).toEqual(changed.body)
})

test('another manager’s object is a 404', async () => {
  const world = await aWorld()
  const { rita } = await fabrikamBeside(world)
  const nadia = await world.as(world.nadia)
  const other = await world.as(rita)
  const offer = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  const formats = await nadia.get(`/api/v1/programmes/${world.northwind.id}/formats`)
  const paths = [
    `people/${world.bernard.id}`,
    `people/${world.tom.id}/availability`,
    `pairings/${world.pairing.id}`,
    `offers/${textAt(offer.body, 'id')}`,
    `formats/${textAt(formats.body, 'formats', 0, 'id')}`,
  ]
  for (const path of paths) {
    expect((await nadia.get(`/api/v1/${path}`)).status).toBe(200)
    const elsewhere = await other.get(`/api/v1/${path}`)
    const nowhere = await other.get(`/api/v1/${path.replace(/_\w{26}/, '_00000000000000000000000000')}`)
    expect([path, elsewhere.status, elsewhere.body]).toEqual([path, 404, nowhere.body])
  }
})

function looks(db: Database, subjectId: string) {
  return db.all(sql`SELECT actor_id AS actor, route FROM access_log WHERE subject_id = ${subjectId}`)
}
