import { expect, test } from 'vitest'

import { wordsOf } from '../../support/pages.tsx'
import { describedBody } from '../../support/response-shapes.ts'
import { aWorld } from '../../support/world.ts'

const SLOTS = 'GET /api/v1/pairings/:id/slots'
const FIRST = { start: '2027-03-16T08:00:00Z', end: '2027-03-16T08:30:00Z' }

test('the list of times gives reasons for each when asked, and none otherwise', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const asked = `/api/v1/pairings/${world.pairing.id}/slots?limit=1`

  expect(describedBody(SLOTS, await nadia.get(asked))).toEqual({ slots: [FIRST] })
  expect(describedBody(SLOTS, await nadia.get(`${asked}&explain=true`))).toEqual({
    slots: [{ ...FIRST, reasons: ['near-date', 'preferred-hours', 'keeps-day-whole'] }],
  })
  expect((await nadia.get(`${asked}&explain=perhaps`)).status).toBe(422)
})

test('the offer’s page says why each time is proposed, in the words of its reader', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = wordsOf(String((await nadia.get(`/pairings/${world.pairing.id}/offer`)).body))

  expect(page).toContain('near the date, good hours, does not break up the mentor’s day')
  expect(page.match(/another day/g)).toHaveLength(2)
})

test('the times that are shown are those that are held when the offer goes out', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const page = String((await nadia.get(`/pairings/${world.pairing.id}/offer`)).body)
  // Each with its start, its end, and its last hour.
  const shown = Array.from(page.matchAll(/<time datetime="([^"]+)"/g), ([, at]) => at).slice(0, 9)
  const { body } = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })

  expect(body).toMatchObject({
    options: [0, 3, 6].map((index) => ({
      start: shown[index],
      end: shown[index + 1],
      until: shown[index + 2],
    })),
  })
})
