import { expect, test } from 'vitest'

import { en } from '../../web/words/refusals/en.ts'
import { fr } from '../../web/words/refusals/fr.ts'
import type { Refusal } from '../../worker/domain/refusals.ts'
import type { Answer, Client } from '../support/client.ts'
import { textAt } from '../support/told.ts'
import {
  aFixedSession,
  aMentor,
  anOffer,
  aPairing,
  aPersonIn,
  aWorld,
  fabrikamBeside,
  settingOf,
  type World,
} from '../support/world.ts'

type Scene = {
  readonly code: Refusal['reason']
  /** What the message must speak of: the evidence of the refusal. */
  readonly says: RegExp
  readonly when: string
  readonly ask: (nadia: Client, world: World) => Promise<Answer>
}

/** A booking of Tom and Mr Bernard that nothing stands in the way of, but for what the scene says. */
const booking = ({ pairing }: World, more: object = {}) => ({
  pairingId: pairing.id,
  start: '2027-03-17T09:00:00Z',
  ...more,
})
const book = (nadia: Client, world: World, more: object = {}) =>
  nadia.post('/api/v1/sessions', booking(world, more))
const rules = (nadia: Client, { id }: { readonly id: string }, some: object) =>
  nadia.patch(`/api/v1/people/${id}`, { rules: some })
const policy = (nadia: Client, { northwind }: World, some: object) =>
  nadia.patch(`/api/v1/programmes/${northwind.id}`, { policy: some })

const scenes: readonly Scene[] = [
  {
    code: 'in-the-past',
    says: /passed/,
    when: 'the time is over, whatever the reason',
    ask: (nadia, world) => book(nadia, world, { start: '2027-03-15T07:00:00Z', reason: 'for the record' }),
  },
  {
    code: 'too-soon',
    says: /16 March 2027/,
    when: 'the notice is not kept',
    ask: (nadia, world) => book(nadia, world, { start: '2027-03-15T14:00:00Z' }),
  },
  {
    code: 'beyond-horizon',
    says: /10 May 2027/,
    when: 'it is too far ahead',
    ask: (nadia, world) => book(nadia, world, { start: '2027-06-16T09:00:00Z' }),
  },
  {
    code: 'blackout',
    says: /quarter end.*19 March/i,
    when: 'the programme rests',
    ask: async (nadia, world) => {
      await policy(nadia, world, {
        blackouts: [{ from: '2027-03-16', to: '2027-03-19', reason: 'quarter end' }],
      })
      return book(nadia, world)
    },
  },
  {
    code: 'outside-availability',
    says: /mentor’s open hours/,
    when: 'the mentor is not open',
    ask: (nadia, world) => book(nadia, world, { start: '2027-03-17T17:00:00Z' }),
  },
  {
    code: 'outside-executive-hours',
    says: /executive’s hours/,
    when: 'the executive is not',
    ask: async (nadia, world) => {
      await rules(nadia, world.bernard, { never: [{ day: 3, from: '08:00', to: '12:00' }] })
      return book(nadia, world)
    },
  },
  {
    code: 'slot-taken',
    says: /mentor is taken until 10:30/,
    when: 'the mentor meets somebody else',
    ask: async (nadia, world) => {
      const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), world.tom, yann),
        '2027-03-17T09:00Z',
      )
      return book(nadia, world, { start: '2027-03-17T09:15:00Z', reason: 'no reason helps' })
    },
  },
  {
    code: 'executive-busy',
    says: /executive is taken until 10:30/,
    when: 'the executive meets somebody else',
    ask: async (nadia, world) => {
      const mia = await aMentor(settingOf(world), 'Mia Berg')
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), mia, world.bernard),
        '2027-03-17T09:00Z',
      )
      return book(nadia, world, { start: '2027-03-17T09:15:00Z', reason: 'no reason helps' })
    },
  },
  {
    code: 'buffer',
    says: /break until 10:40/,
    when: 'no break is left before it',
    ask: async (nadia, world) => {
      const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), world.tom, yann),
        '2027-03-17T09:00Z',
      )
      return book(nadia, world, { start: '2027-03-17T09:30:00Z' })
    },
  },
  {
    code: 'day-full',
    says: /1 at the most/,
    when: 'the mentor’s day is full',
    ask: async (nadia, world) => {
      const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), world.tom, yann),
        '2027-03-17T13:00Z',
      )
      await rules(nadia, world.tom, { perDay: 1 })
      return book(nadia, world)
    },
  },
  {
    code: 'week-full',
    says: /1 at the most/,
    when: 'his week is full',
    ask: async (nadia, world) => {
      const yann = await aPersonIn(settingOf(world), 'executive', { name: 'Yann Petit' })
      await aFixedSession(
        settingOf(world),
        await aPairing(settingOf(world), world.tom, yann),
        '2027-03-19T13:00Z',
      )
      await rules(nadia, world.tom, { perWeek: 1 })
      return book(nadia, world)
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
  {
    code: 'pairing-closed',
    says: /paused/,
    when: 'the pairing is paused',
    ask: async (nadia, world) => {
      await nadia.patch(`/api/v1/pairings/${world.pairing.id}`, { status: 'paused' })
      return book(nadia, world)
    },
  },
  {
    code: 'pairing-closed',
    says: /ended/,
    when: 'times are asked for and the pairing has ended',
    ask: async (nadia, world) => {
      await nadia.patch(`/api/v1/pairings/${world.pairing.id}`, { status: 'ended' })
      return nadia.get(`/api/v1/pairings/${world.pairing.id}/slots`)
    },
  },
  {
    code: 'already-fixed',
    says: /17 March 2027, 10:00/,
    when: 'the round has its date',
    ask: async (nadia, world) => {
      await book(nadia, world)
      return nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
    },
  },
  {
    code: 'offer-expired',
    says: /held until/,
    when: 'the hour of the offer is past',
    ask: async (_nadia, world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      world.now(new Date(offer?.heldUntil ?? 0).toISOString())
      const back = await world.as(world.nadia)
      return back.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options.at(-1)?.id })
    },
  },
  {
    code: 'offer-superseded',
    says: /Newer times/,
    when: 'a newer offer was made',
    ask: async (nadia, world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      await anOffer(settingOf(world), world.pairing)
      return nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[0]?.id })
    },
  },
  {
    code: 'offer-closed',
    says: /settled/,
    when: 'the session was called off since',
    ask: async (nadia, world) => {
      const { id, offer } = await anOffer(settingOf(world), world.pairing)
      await nadia.post(`/api/v1/offers/${offer?.id}/answer`, { none: true })
      await nadia.post(`/api/v1/sessions/${id}/cancellation`)
      return nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[0]?.id })
    },
  },
  {
    code: 'already-answered',
    says: /answered at/,
    when: 'another time was picked before',
    ask: async (nadia, world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      await nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[0]?.id })
      return nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: offer?.options[1]?.id })
    },
  },
  {
    code: 'no-such-option',
    says: /not one of the times/,
    when: 'the option is of no offer',
    ask: async (nadia, world) => {
      const { offer } = await anOffer(settingOf(world), world.pairing)
      return nadia.post(`/api/v1/offers/${offer?.id}/answer`, { optionId: 'opt_0' })
    },
  },
  {
    code: 'not-fixed',
    says: /no date/,
    when: 'what is moved has no date',
    ask: async (nadia, world) => {
      const { id } = await anOffer(settingOf(world), world.pairing)
      return nadia.post(`/api/v1/sessions/${id}/time`, { start: '2027-03-17T09:00:00Z' })
    },
  },
  {
    code: 'already-over',
    says: /over at/,
    when: 'what is called off is over',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      world.now('2027-03-15T10:00Z')
      return nadia.post(`/api/v1/sessions/${id}/cancellation`)
    },
  },
  {
    code: 'not-invited',
    says: /invited/,
    when: 'an answer is given for somebody else',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      return nadia.post(`/api/v1/sessions/${id}/answers`, { personId: world.odile.id, partstat: 'ACCEPTED' })
    },
  },
  {
    code: 'no-such-proposal',
    says: /settled/,
    when: 'nothing was proposed',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      return nadia.post(`/api/v1/sessions/${id}/counters/ctr_0/acceptance`)
    },
  },
  {
    code: 'not-over-yet',
    says: /17 March 2027, 10:30/,
    when: 'a session to come is logged',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-17T09:00Z')
      return nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'happened' })
    },
  },
  {
    code: 'already-logged',
    says: /logged at/,
    when: 'it was logged more than an hour ago',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      world.now('2027-03-15T10:00Z')
      await nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'happened' })
      world.now('2027-03-15T11:00Z')
      return nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'cut-short' })
    },
  },
  {
    code: 'id-taken',
    says: /used before/,
    when: 'a session’s id comes with another time',
    ask: async (nadia, world) => {
      const id = world.platform.newId('ses')
      await book(nadia, world, { id })
      return book(nadia, world, { id, start: '2027-03-18T09:00:00Z' })
    },
  },
  {
    code: 'id-taken',
    says: /used before/,
    when: 'a person’s id comes with another name',
    ask: async (nadia, { northwind, platform }) => {
      const wish = {
        id: platform.newId('per'),
        programmeId: northwind.id,
        roles: ['mentor'],
        email: 'x@people.example',
        zone: 'UTC',
      }
      await nadia.post('/api/v1/people', { ...wish, name: 'Xenia' })
      return nadia.post('/api/v1/people', { ...wish, name: 'Xaver' })
    },
  },
  {
    code: 'id-taken',
    says: /used before/,
    when: 'an id is that of somebody who is there without having been asked for',
    ask: (nadia, { northwind, nadia: { id } }) =>
      nadia.post('/api/v1/people', {
        id,
        programmeId: northwind.id,
        roles: ['mentor'],
        name: 'X',
        email: 'x@people.example',
        zone: 'UTC',
      }),
  },
  {
    code: 'reporting-line',
    says: /Give a reason/,
    when: 'one reports to the other',
    ask: async (nadia, { tom, northwind }) => {
      const wish = {
        programmeId: northwind.id,
        roles: ['executive'],
        name: 'Yann Petit',
        email: 'y@people.example',
        zone: 'UTC',
      }
      const yann = textAt((await nadia.post('/api/v1/people', wish)).body, 'id')
      await nadia.patch(`/api/v1/people/${tom.id}`, { reportsTo: yann })
      return nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: yann, kind: 'mentoring' })
    },
  },
  {
    code: 'reporting-line',
    says: /outside his reporting line/,
    when: 'he is handled, and a reason is given',
    ask: async (nadia, { tom, northwind }) => {
      const wish = {
        programmeId: northwind.id,
        roles: ['executive'],
        name: 'Yann Petit',
        email: 'y@people.example',
        zone: 'UTC',
      }
      const added = await nadia.post('/api/v1/people', { ...wish, reportsTo: tom.id, blockers: ['handled'] })
      const executiveId = textAt(added.body, 'id')
      return nadia.post('/api/v1/pairings', {
        mentorId: tom.id,
        executiveId,
        kind: 'mentoring',
        override: 'They get on.',
      })
    },
  },
  {
    code: 'already-paired',
    says: /paired already/,
    when: 'the two have a living pairing',
    ask: (nadia, { tom, bernard }) =>
      nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: bernard.id, kind: 'workshop' }),
  },
  {
    code: 'not-a-mentor',
    says: /not a mentor/,
    when: 'an assistant is to be one',
    ask: (nadia, { odile, bernard }) =>
      nadia.post('/api/v1/pairings', { mentorId: odile.id, executiveId: bernard.id, kind: 'workshop' }),
  },
  {
    code: 'not-an-executive',
    says: /not an executive/,
    when: 'an assistant is to be one',
    ask: (nadia, { odile, tom }) =>
      nadia.post('/api/v1/pairings', { mentorId: tom.id, executiveId: odile.id, kind: 'workshop' }),
  },
  {
    code: 'address-taken',
    says: /belongs to somebody else/,
    when: 'an address is that of somebody elsewhere, and no word more',
    ask: async (nadia, world) => {
      const { yara } = await fabrikamBeside(world)
      const wish = {
        programmeId: world.northwind.id,
        roles: ['mentor'],
        name: 'Yara',
        email: yara.email,
        zone: 'UTC',
      }
      return nadia.post('/api/v1/people', wish)
    },
  },
  {
    code: 'address-taken',
    says: /belongs to somebody else/,
    when: 'somebody’s alias is another’s address',
    ask: (nadia, { tom, bernard }) => nadia.patch(`/api/v1/people/${tom.id}`, { aliases: [bernard.email] }),
  },
  {
    code: 'managed-elsewhere',
    says: /manages all programmes/,
    when: 'the address of somebody who is elsewhere too is changed',
    ask: async (nadia, world) => {
      const { bernard, northwind } = world
      const claire = await aPersonIn(settingOf(world), 'manager', { name: 'Claire Roy' })
      const tailspin = textAt((await nadia.post('/api/v1/programmes', { name: 'Tailspin' })).body, 'id')
      const { email, name, zone } = bernard
      await nadia.post('/api/v1/people', { programmeId: tailspin, roles: ['executive'], email, name, zone })

      const hers = await world.as(claire)
      expect(await hers.get(`/api/v1/people?programme=${northwind.id}`)).toMatchObject({ status: 200 })
      return hers.patch(`/api/v1/people/${bernard.id}`, { email: 'mine@people.example' })
    },
  },
  {
    code: 'no-such-person',
    says: /not among those/,
    when: 'a superior is somebody elsewhere',
    ask: async (nadia, world) => {
      const { yara } = await fabrikamBeside(world)
      return nadia.patch(`/api/v1/people/${world.tom.id}`, { reportsTo: yara.id })
    },
  },
  {
    code: 'no-such-person',
    says: /this person himself/,
    when: 'somebody is to answer for himself',
    ask: (nadia, { bernard }) => nadia.patch(`/api/v1/people/${bernard.id}`, { assistantIds: [bernard.id] }),
  },
  {
    code: 'reporting-circle',
    says: /reports to this person already/,
    when: 'two are to report to each other',
    ask: async (nadia, { tom, bernard }) => {
      await nadia.patch(`/api/v1/people/${tom.id}`, { reportsTo: bernard.id })
      return nadia.patch(`/api/v1/people/${bernard.id}`, { reportsTo: tom.id })
    },
  },
]

test.each(scenes)('$code, when $when', async ({ code, says, ask }) => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const { status, body } = await ask(nadia, world)

  expect({ status, body }).toEqual({
    status: 409,
    body: { error: { code, message: expect.stringMatching(says) } },
  })
})

test('a soft refusal gives way to a written reason, a hard one to none', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const evening = { start: '2027-03-17T19:00:00Z' }

  expect(await book(nadia, world, evening)).toMatchObject({
    status: 409,
    body: { error: { code: 'outside-availability' } },
  })
  expect(await book(nadia, world, { ...evening, reason: 'Both asked for the evening.' })).toMatchObject({
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
  const { body } = await book(await world.as(claire), world, { start: '2027-03-15T14:00:00Z' })
  expect(body).toMatchObject({
    error: { code: 'too-soon', message: expect.stringMatching(/16 mars 2027.*04:00/) },
  })
})

test('every refusal has a sentence in both languages', () => {
  expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted())
})
