import { expect, test } from 'vitest'

import { aWorld } from '../support/world.ts'

test('a manager finds her programme, its people and their pairing', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)

  const programmes = await nadia.get('/api/v1/programmes')
  expect(programmes).toMatchObject({
    status: 200,
    body: { programmes: [{ id: world.northwind.id, policy: { cadence: 21 } }] },
  })
  const people = await nadia.get(`/api/v1/people?programme=${world.northwind.id}`)
  expect(people.body).toMatchObject({
    people: expect.arrayContaining([expect.objectContaining({ name: 'Tom Leroy' })]),
  })
  const slots = await nadia.get(`/api/v1/pairings/${world.pairing.id}/slots?limit=3`)
  expect(slots).toMatchObject({ status: 200 })
  const offer = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
  expect(offer.status).toBe(201)
})
