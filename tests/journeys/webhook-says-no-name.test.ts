import { expect, test } from 'vitest'

import { runAll } from '../../worker/jobs/jobs.ts'
import { aWebhook, listening } from '../support/webhooks.ts'
import { aFixedSession, anOffer, aWorld, settingOf } from '../support/world.ts'

/** All that a message about a session or a pairing may say: each an id, a code or a moment. */
const TOLD = new Set([
  ...['programmeId', 'pairingId', 'mentorId', 'executiveId', 'sessionId', 'offerId', 'code', 'status'],
  ...['start', 'end', 'notBefore', 'proposedStart', 'proposedEnd'],
  ...['personId', 'partstat', 'result', 'nextPairingId'],
])

test('nothing that a webhook is told in the life of a pairing names anybody, or says a word or an address', async () => {
  const { world, other } = listening(await aWorld())
  const { northwind, nadia, tom, bernard, odile, pairing } = world
  const manager = await world.as(nadia)
  await aWebhook(manager, northwind.id)
  const ask = async (path: string, body: object) => {
    const answer = await manager.post(`/api/v1${path}`, body)
    expect([path, answer.status < 300]).toEqual([path, true])
  }
  const place = { kind: 'room', room: 'Blue Lagoon' }
  expect(await manager.patch(`/api/v1/pairings/${pairing.id}`, { place })).toMatchObject({ status: 200 })
  const offered = await anOffer(settingOf(world), pairing)
  await ask(`/offers/${offered.offer?.id}/answer`, { start: '2027-03-18T20:00:00Z' })
  await ask(`/offers/${offered.offer?.id}/answer`, { optionId: offered.offer?.options[0]?.id })
  await ask(`/sessions/${offered.id}/answers`, { personId: bernard.id, partstat: 'ACCEPTED' })
  await ask(`/sessions/${offered.id}/place`, { place: { kind: 'room', room: 'Kingfisher' } })
  await ask(`/sessions/${offered.id}/time`, { start: '2027-03-24T09:00:00Z', reason: 'His board meets' })
  await ask(`/sessions/${offered.id}/cancellation`, {})
  const held = await aFixedSession(settingOf(world), pairing, '2027-03-17T09:00Z')
  world.now('2027-03-17T10:00Z')
  const later = await world.as(nadia)
  const logged = await later.post(`/api/v1/sessions/${held.id}/outcome`, {
    ...{ result: 'happened', commitment: 'Write to the works council', benefit: 'scale', needsManager: true },
  })
  expect(logged.status).toBeLessThan(300)
  await later.patch(`/api/v1/pairings/${pairing.id}`, { status: 'paused' })
  await later.patch(`/api/v1/pairings/${pairing.id}`, { status: 'ended' })
  await runAll(world.platform)

  const types = new Set(other.calls.map(({ body }) => JSON.parse(body).type))
  for (const type of ['offer.made', 'session.fixed', 'session.moved', 'session.cancelled', 'session.logged'])
    expect(types).toContain(type)
  expect(types).toContain('pairing.ended')
  const said = other.calls.map(({ body, headers }) => `${body} ${[...headers].join(' ')}`).join(' ')
  const told = [...[nadia, tom, bernard, odile].flatMap(({ name, email }) => [...name.split(' '), email])]
  const words = ['Northwind', 'Blue', 'Kingfisher', 'board', 'council', 'scale', 'people.example', 'Paris']
  for (const word of [...told, ...words]) expect([word, said.includes(word)]).toEqual([word, false])
  for (const { body } of other.calls)
    for (const [name, value] of Object.entries(JSON.parse(body).data)) {
      expect([name, TOLD.has(name)]).toEqual([name, true])
      expect(String(value)).toMatch(/^(?:null|[a-z]{3}_\w+|[a-zA-Z-]+|\d{4}-\d\d-\d\dT[\d:]+Z)$/)
    }
})
