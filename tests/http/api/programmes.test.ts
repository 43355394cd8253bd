import { expect, test } from 'vitest'

import { textAt, describedBody } from '../../support/response-shapes.ts'
import { aPersonIn, aWorld, settingOf } from '../../support/world.ts'

test('a programme is opened by its future manager, with the default policy except what is given', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)

  const made = describedBody(
    'POST /api/v1/programmes',
    await nadia.post('/api/v1/programmes', { name: 'Tailspin reading', policy: { cadence: 14 } }),
  )
  expect(made).toMatchObject({
    name: 'Tailspin reading',
    shortName: 'Tailspin',
    policy: { cadence: 14, minutes: 30 },
  })

  const again = await nadia.get(`/api/v1/programmes/${textAt(made, 'id')}`)
  expect(describedBody('GET /api/v1/programmes/:id', again)).toEqual(made)
  const all = describedBody('GET /api/v1/programmes', await nadia.get('/api/v1/programmes'))
  expect(all).toMatchObject({ programmes: [{ name: 'Northwind leadership' }, { name: 'Tailspin reading' }] })
})

test('a change of a programme keeps the rest of its policy, also with two at once', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const path = `/api/v1/programmes/${world.northwind.id}`

  await Promise.all([
    nadia.patch(path, { policy: { notice: 48 } }),
    nadia.patch(path, { policy: { buffers: { before: 5, after: 5 } } }),
    nadia.patch(path, { shortName: 'NW' }),
  ])
  const changed = describedBody(
    'PATCH /api/v1/programmes/:id',
    await nadia.patch(path, { policy: { wording: 'plain' } }),
  )
  expect(changed).toMatchObject({
    name: 'Northwind leadership',
    shortName: 'NW',
    policy: { notice: 48, buffers: { before: 5, after: 5 }, wording: 'plain', cadence: 21 },
  })
})

test('a pairing is proposed, has a place, and cancels future sessions when it ends', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
  const wish = { mentorId: world.tom.id, executiveId: yann.id, kind: 'workshop' }

  const made = describedBody('POST /api/v1/pairings', await nadia.post('/api/v1/pairings', wish))
  const path = `/api/v1/pairings/${textAt(made, 'id')}`
  expect(made).toMatchObject({ ...wish, programmeId: world.northwind.id, status: 'proposed', place: null })
  const place = { kind: 'room', room: '4.12' }
  expect(describedBody('PATCH /api/v1/pairings/:id', await nadia.patch(path, { place }))).toMatchObject({
    place,
    status: 'proposed',
  })

  const booked = await nadia.post('/api/v1/sessions', {
    pairingId: textAt(made, 'id'),
    start: '2027-03-17T10:00:00Z',
  })
  expect(describedBody('POST /api/v1/sessions', booked)).toMatchObject({ place })
  expect(
    describedBody('PATCH /api/v1/pairings/:id', await nadia.patch(path, { status: 'ended' })),
  ).toMatchObject({
    status: 'ended',
    place,
  })
  expect((await nadia.get(`/api/v1/sessions/${textAt(booked.body, 'id')}`)).body).toMatchObject({
    status: 'cancelled',
  })
  const all = await nadia.get(`/api/v1/pairings?programme=${world.northwind.id}`)
  expect(describedBody('GET /api/v1/pairings', all)).toMatchObject({
    pairings: expect.arrayContaining([expect.objectContaining({ status: 'ended' })]),
  })
})
