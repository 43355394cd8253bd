import { expect, test } from 'vitest'

import { answerOffer } from '../../../worker/actions/offer/answer.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { iso } from '../../../worker/domain/time/time.ts'
import { textAt, describedBody } from '../../support/response-shapes.ts'
import { anOffer, asManager, aWorld, have, settingOf } from '../../support/world.ts'

test('slots lie wholly within what is asked, are as long as asked, and can all be booked', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const asked = `/api/v1/pairings/${world.pairing.id}/slots?from=2027-03-18T09:00:00%2B01:00&to=2027-03-18T10:00:00Z&minutes=45`

  const slots = describedBody('GET /api/v1/pairings/:id/slots', await nadia.get(asked))
  expect(
    JSON.stringify(slots)
      .match(/"start":"[^"]+/g)
      ?.toSorted(),
  ).toEqual(
    ['08:00', '08:15', '08:30', '08:45', '09:00', '09:15'].map((time) => `"start":"2027-03-18T${time}:00Z`),
  )
  const few = await nadia.get(`${asked}&limit=2`)
  expect(few).toMatchObject({ body: { slots: [expect.anything(), expect.anything()] } })
  const start = textAt(few.body, 'slots', 0, 'start')
  expect(
    (await nadia.post('/api/v1/sessions', { pairingId: world.pairing.id, start, minutes: 45 })).status,
  ).toBe(201)
})

test('an offer holds times, and the one picked is fixed for both', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)

  const offer = describedBody(
    'POST /api/v1/offers',
    await nadia.post('/api/v1/offers', { pairingId: world.pairing.id, options: 2, minutes: 20 }),
  )
  const path = `/api/v1/sessions/${textAt(offer, 'sessionId')}`
  const open = describedBody('GET /api/v1/sessions/:id', await nadia.get(path))
  expect(offer).toMatchObject({ options: [expect.anything(), expect.anything()] })
  expect(open).toMatchObject({
    ...{ status: 'offered', start: null, end: null, minutes: 20, invites: [] },
    ...{
      offerId: textAt(offer, 'id'),
      heldUntil: textAt(offer, 'heldUntil'),
      options: Object(offer).options,
    },
  })
  expect(world.mails.map(({ to }) => to)).toEqual([world.odile.email])

  const answer = `/api/v1/offers/${textAt(offer, 'id')}/answer`
  const fixed = describedBody(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(answer, { optionId: textAt(offer, 'options', 1, 'id') }),
  )
  expect(fixed).toMatchObject({
    status: 'fixed',
    start: textAt(offer, 'options', 1, 'start'),
    options: [],
    heldUntil: null,
    sequence: 0,
  })
  expect(
    world.mails
      .slice(1)
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([world.bernard.email, world.tom.email].toSorted())
})

test('an offer is answered with none, with a day to ask again, or with a time of their own', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const offered = async () => {
    const offer = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id })
    return `/api/v1/offers/${textAt(offer.body, 'id')}/answer`
  }

  const none = describedBody(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { none: true }),
  )
  expect(none).toMatchObject({ status: 'offered', options: [], heldUntil: null })
  const later = describedBody(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { notBefore: '2027-03-20' }),
  )
  expect(later).toMatchObject({ status: 'offered', options: [] })
  const unusual = describedBody(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { start: '2027-03-17T19:00:00Z' }),
  )
  expect(unusual).toMatchObject({
    status: 'offered',
    proposals: [{ start: '2027-03-17T19:00:00Z', via: 'manager' }],
  })
  const own = describedBody(
    'POST /api/v1/offers/:id/answer',
    await nadia.post(await offered(), { start: '2027-03-17T10:15:00+01:00' }),
  )
  expect(own).toMatchObject({ status: 'fixed', start: '2027-03-17T09:15:00Z' })
})

test('a second answerer is told who answered, when and what, as a sentence and as data', async () => {
  for (const [locale, sentence] of [
    [
      'en',
      /answered on Monday 15 March 2027, 09:00, Paris time \(UTC\+1\), by Odile Martin: .* was chosen\. Move it\?$/,
    ],
    [
      'fr',
      /^Réponse donnée le lundi 15 mars 2027, 09:00, heure de Paris \(UTC\+1\), par Odile Martin\u202f; .*\. La déplacer\u202f\?$/,
    ],
  ] as const) {
    const world = await aWorld()
    have(await changePerson(world.platform, world.nadia.id, { locale }, asManager(world.nadia)))
    const { id, offer } = await anOffer(settingOf(world), world.pairing)
    const [first, second] = offer?.options ?? []
    if (!offer || !first || !second) throw new Error('nothing is offered')
    const wish = { offerId: offer.id, kind: 'option', optionId: first.id, move: false } as const
    have(await answerOffer(world.platform, id, wish, { id: world.odile.id, door: 'link' }))

    const nadia = await world.as(world.nadia)
    const answer = await nadia.post(`/api/v1/offers/${offer.id}/answer`, { optionId: second.id })
    const by = { id: world.odile.id, name: 'Odile Martin' }
    expect(answer).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'already-answered',
          message: expect.stringMatching(sentence),
          evidence: { at: '2027-03-15T08:00:00Z', by, start: iso(first.start) },
        },
      },
    })
  }
})
