import { expect, test } from 'vitest'

import { changePairing } from '../../../worker/actions/pairing/change.ts'
import { findOpenSession } from '../../../worker/storage/session/session.ts'
import { asManager, aWorld, have } from '../../support/world.ts'

const TUESDAY = { from: '2027-03-23T00:00:00+01:00', to: '2027-03-24T00:00:00+01:00' }

test('an offer is searched between two moments, in one half of the day', async () => {
  const { nadia, pairingId } = await setUp()
  const made = await nadia.post('/api/v1/offers', { pairingId, ...TUESDAY, part: 'afternoon' })

  expect(made).toMatchObject({ status: 201, body: { options: expect.any(Array) } })
  const { options } = made.body as { options: readonly { start: string; end: string }[] }
  expect(options).toHaveLength(3)
  expect(
    options.every(({ start, end }) => start >= '2027-03-23T11:00:00Z' && end <= '2027-03-23T23:00:00Z'),
  ).toBe(true)
  expect(
    await nadia.post('/api/v1/offers', {
      pairingId,
      from: '2027-03-27T00:00:00Z',
      to: '2027-03-27T12:00:00Z',
    }),
  ).toMatchObject({ status: 409, body: { error: { code: 'no-slots' } } })
})

test('bounds that are turned round, and bounds beside chosen times, are malformed', async () => {
  const { nadia, pairingId } = await setUp()
  const turned = { pairingId, from: TUESDAY.to, to: TUESDAY.from }
  const beside = { pairingId, part: 'morning', times: ['2027-03-23T09:00:00Z'] }
  for (const body of [turned, beside, { pairingId, part: 'night' }, { pairingId, words: 'x'.repeat(1001) }])
    expect((await nadia.post('/api/v1/offers', body)).status).toBe(422)
})

test('a chosen time against a soft rule takes a reason', async () => {
  const { nadia, pairingId } = await setUp()
  const evening = { pairingId, times: ['2027-03-23T19:00:00Z'] }

  expect(await nadia.post('/api/v1/offers', evening)).toMatchObject({
    status: 409,
    body: { error: { code: 'outside-availability' } },
  })
  expect(await nadia.post('/api/v1/offers', { ...evening, reason: 'Both said so.' })).toMatchObject({
    status: 201,
    body: { options: [{ start: '2027-03-23T19:00:00Z' }] },
  })
})

test('words go with the first mail of a pairing, and with no later one', async () => {
  const { world, nadia, pairingId } = await setUp()
  const words = 'Dear Odile,\r\nNadia here.'
  expect(await nadia.post('/api/v1/offers', { pairingId, words })).toMatchObject({
    status: 409,
    body: { error: { code: 'not-first-contact' } },
  })
  have(await changePairing(world.platform, pairingId, { status: 'proposed' }, asManager(world.nadia)))
  expect(await nadia.post('/api/v1/offers', { pairingId, words: 'Your coaching.' })).toMatchObject({
    status: 409,
    body: { error: { code: 'outward-words', fields: { words: 'coaching' } } },
  })
  expect((await nadia.post('/api/v1/offers', { pairingId, words })).status).toBe(201)
  const session = await findOpenSession(world.platform.db, pairingId)
  expect(session?.offer?.words).toBe('Dear Odile,\nNadia here.')
})

async function setUp() {
  const world = await aWorld()
  return { world, nadia: await world.as(world.nadia), pairingId: world.pairing.id }
}
