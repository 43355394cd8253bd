import { expect, test } from 'vitest'

import type { Client } from '../../support/client.ts'
import { bookSession, type RefusedRequest } from '../../support/refused-requests.ts'
import {
  aFixedSession,
  aMentor,
  aPairing,
  aPersonIn,
  aWorld,
  settingOf,
  type World,
} from '../../support/world.ts'

const scenes: readonly RefusedRequest[] = [
  {
    code: 'in-the-past',
    says: /passed/,
    when: 'the time is over, whatever the reason',
    ask: (nadia, world) =>
      bookSession(nadia, world, { start: '2027-03-15T07:00:00Z', reason: 'for the record' }),
  },
  {
    code: 'too-soon',
    says: /16 March 2027/,
    when: 'the notice is not kept',
    ask: (nadia, world) => bookSession(nadia, world, { start: '2027-03-15T14:00:00Z' }),
  },
  {
    code: 'beyond-horizon',
    says: /10 May 2027/,
    when: 'it is too far ahead',
    ask: (nadia, world) => bookSession(nadia, world, { start: '2027-06-16T09:00:00Z' }),
  },
  {
    code: 'blackout',
    says: /quarter end.*19 March/i,
    when: 'the programme rests',
    ask: async (nadia, world) => {
      await policy(nadia, world, {
        blackouts: [{ from: '2027-03-16', to: '2027-03-19', reason: 'quarter end' }],
      })
      return bookSession(nadia, world)
    },
  },
  {
    code: 'outside-availability',
    says: /open hours/,
    when: 'the mentor is not open',
    ask: (nadia, world) => bookSession(nadia, world, { start: '2027-03-17T17:00:00Z' }),
  },
  {
    code: 'outside-executive-hours',
    says: /’s hours/,
    when: 'the executive is not',
    ask: async (nadia, world) => {
      await rules(nadia, world.bernard, { never: [{ day: 3, from: '08:00', to: '12:00' }] })
      return bookSession(nadia, world)
    },
  },
  {
    code: 'slot-taken',
    says: /taken until 10:30/,
    when: 'the mentor meets somebody else',
    ask: async (nadia, world) => {
      await tomMeetsSomebodyElse(world, '2027-03-17T09:00Z')
      return bookSession(nadia, world, { start: '2027-03-17T09:15:00Z', reason: 'no reason helps' })
    },
  },
  {
    code: 'executive-busy',
    says: /taken until 10:30/,
    when: 'the executive meets somebody else',
    ask: async (nadia, world) => {
      const mia = await aMentor(settingOf(world), 'Mia Berg')
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), mia, world.bernard),
        '2027-03-17T09:00Z',
      )
      return bookSession(nadia, world, { start: '2027-03-17T09:15:00Z', reason: 'no reason helps' })
    },
  },
  {
    code: 'buffer',
    says: /break until 10:40/,
    when: 'no break is left before it',
    ask: async (nadia, world) => {
      await tomMeetsSomebodyElse(world, '2027-03-17T09:00Z')
      return bookSession(nadia, world, { start: '2027-03-17T09:30:00Z' })
    },
  },
  {
    code: 'day-full',
    says: /at most 1/,
    when: 'the mentor’s day is full',
    ask: async (nadia, world) => {
      await tomMeetsSomebodyElse(world, '2027-03-17T13:00Z')
      await rules(nadia, world.tom, { perDay: 1 })
      return bookSession(nadia, world)
    },
  },
  {
    code: 'week-full',
    says: /at most 1/,
    when: 'his week is full',
    ask: async (nadia, world) => {
      await tomMeetsSomebodyElse(world, '2027-03-19T13:00Z')
      await rules(nadia, world.tom, { perWeek: 1 })
      return bookSession(nadia, world)
    },
  },
  {
    code: 'no-slots',
    says: /No time was found/,
    when: 'the mentor has no hours',
    ask: async (nadia, world) => {
      await nadia.put(`/api/v1/people/${world.tom.id}/availability`, { zone: 'Europe/Paris', weekly: [] })
      return nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
    },
  },
]

test.each(scenes)('$code, when $when', async ({ code, says, ask }) => {
  const world = await aWorld()
  const { status, body } = await ask(await world.as(world.nadia), world)
  expect({ status, body }).toEqual({
    status: 409,
    body: { error: { code, message: expect.stringMatching(says) } },
  })
})

test('a soft refusal gives way to a written reason, a hard one to none', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const evening = { start: '2027-03-17T19:00:00Z' }

  expect(await bookSession(nadia, world, evening)).toMatchObject({
    status: 409,
    body: { error: { code: 'outside-availability' } },
  })
  expect(
    await bookSession(nadia, world, { ...evening, reason: 'Both asked for the evening.' }),
  ).toMatchObject({
    status: 201,
  })
})

test('a manager reads a refusal in her own language and on her own clock', async () => {
  const world = await aWorld()
  const claire = await aPersonIn(settingOf(world), 'manager', {
    name: 'Claire Roy',
    locale: 'fr',
    zone: 'America/New_York',
  })
  const { body } = await bookSession(await world.as(claire), world, { start: '2027-03-15T14:00:00Z' })
  expect(body).toMatchObject({
    error: { code: 'too-soon', message: expect.stringMatching(/16 mars 2027.*04:00/) },
  })
})

function rules(nadia: Client, { id }: { readonly id: string }, some: object) {
  return nadia.patch(`/api/v1/people/${id}`, { rules: some })
}

function policy(nadia: Client, { northwind }: World, some: object) {
  return nadia.patch(`/api/v1/programmes/${northwind.id}`, { policy: some })
}

async function tomMeetsSomebodyElse(world: World, start: string): Promise<void> {
  const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
  await aFixedSession(settingOf(world), await aPairing(settingOf(world), world.tom, yann), start)
}
