import { expect, test } from 'vitest'

import { bookSession, type RefusedRequest } from '../../support/refused-requests.ts'
import { aFixedSession, anOffer, aWorld, settingOf } from '../../support/world.ts'

const scenes: readonly RefusedRequest[] = [
  {
    code: 'pairing-closed',
    says: /paused/,
    when: 'the pairing is paused',
    ask: async (nadia, world) => {
      await nadia.patch(`/api/v1/pairings/${world.pairing.id}`, { status: 'paused' })
      return bookSession(nadia, world)
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
      await bookSession(nadia, world)
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
    says: /answered/,
    evidence: { at: '2027-03-15T08:00:00Z', by: expect.anything(), start: '2027-03-17T09:30:00Z' },
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
    says: /ended on Monday/,
    when: 'what is cancelled is over',
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
    code: 'not-logged',
    says: /no log/,
    when: 'a log is corrected that nobody has made',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      world.now('2027-03-15T11:00Z')
      return nadia.post(`/api/v1/sessions/${id}/correction`, { result: 'happened', reason: 'They met.' })
    },
  },
  {
    code: 'nothing-corrected',
    says: /says already/,
    when: 'a correction says what the log says already',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      world.now('2027-03-15T10:00Z')
      await nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'happened' })
      world.now('2027-03-15T11:00Z')
      return nadia.post(`/api/v1/sessions/${id}/correction`, { result: 'happened', reason: 'They met.' })
    },
  },
  {
    code: 'log-replaceable',
    says: /Until 12:00/,
    when: 'a log is corrected within its hour',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      world.now('2027-03-15T10:00Z')
      await nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'happened' })
      return nadia.post(`/api/v1/sessions/${id}/correction`, { result: 'cut-short', reason: 'He left.' })
    },
  },
  {
    code: 'stages-off',
    says: /nobody records what an executive was seen doing/,
    when: 'a log says what was seen, and the programme keeps no stages',
    ask: async (nadia, world) => {
      const { id } = await aFixedSession(settingOf(world), world.pairing, '2027-03-15T09:00Z')
      await nadia.patch(`/api/v1/programmes/${world.northwind.id}`, { policy: { stages: false } })
      world.now('2027-03-15T10:00Z')
      return nadia.post(`/api/v1/sessions/${id}/outcome`, { result: 'happened', evidence: 'posting' })
    },
  },
  {
    code: 'already-logged',
    says: /logged/,
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
      await bookSession(nadia, world, { id })
      return bookSession(nadia, world, { id, start: '2027-03-18T09:00:00Z' })
    },
  },
]

test.each(scenes)('$code, when $when', async ({ code, says, ask, evidence }) => {
  const world = await aWorld()
  const { status, body } = await ask(await world.as(world.nadia), world)
  expect({ status, body }).toEqual({
    status: 409,
    body: { error: { code, message: expect.stringMatching(says), ...(evidence && { evidence }) } },
  })
})
