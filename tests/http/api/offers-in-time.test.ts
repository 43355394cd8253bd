import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { claims } from '../../../schema/index.ts'
import { expireOffer } from '../../../worker/actions/offer/expire.ts'
import { reOffer } from '../../../worker/actions/offer/re-offer.ts'
import { changePerson } from '../../../worker/actions/people/change.ts'
import { setAvailability } from '../../../worker/actions/slot/set-availability.ts'
import { findSession } from '../../../worker/storage/session/session.ts'
import type { Client } from '../../support/client.ts'
import { link } from '../../support/links.ts'
import { describedBody, textAt } from '../../support/response-shapes.ts'
import { hours, weekly } from '../../support/times.ts'
import { asManager, aWorld, have, type World } from '../../support/world.ts'

type Time = { readonly id: string; readonly start: string; readonly end: string; readonly until: string }

test('what was refused in a round comes back neither by the clock nor by the next press', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const refused: Time[] = []
  let offer = await offerBy(nadia, world)
  for (let round = 0; round < 3; round += 1) {
    refused.push(...optionsOf(offer))
    expect((await nadia.post(`/api/v1/offers/${textAt(offer, 'id')}/answer`, { none: true })).status).toBe(
      200,
    )
    offer =
      round === 0 ? await reOffered(nadia, world, textAt(offer, 'sessionId')) : await offerBy(nadia, world)
    expect(optionsOf(offer)).toHaveLength(3)
    expect(optionsOf(offer).filter((time) => refused.some((each) => overlap(each, time)))).toEqual([])
  }
  expect(new Set(refused.map(({ start }) => start)).size).toBe(9)
})

test('the manager may choose a refused time, and free times say when they were refused', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const offer = await offerBy(nadia, world)
  const [first] = optionsOf(offer)
  await nadia.post(`/api/v1/offers/${textAt(offer, 'id')}/answer`, { none: true })

  const free = await nadia.get(`/api/v1/pairings/${world.pairing.id}/slots?from=${first?.start}&limit=3`)
  expect(describedBody('GET /api/v1/pairings/:id/slots', free)).toMatchObject({
    slots: expect.arrayContaining([
      { start: first?.start, end: first?.end, refusedAt: '2027-03-15T08:00:00Z' },
    ]),
  })
  const chosen = await nadia.post('/api/v1/offers', { pairingId: world.pairing.id, times: [first?.start] })
  expect(chosen).toMatchObject({ status: 201, body: { options: [{ start: first?.start }] } })
})

test('after a time’s last hour it is neither shown nor picked, its hold is free, and the others stand', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const offer = await offerBy(nadia, world)
  const [first, second, third] = optionsOf(offer)
  const ids = { session: textAt(offer, 'sessionId'), offer: textAt(offer, 'id') }
  expect(offer).toMatchObject({ heldUntil: third?.until })
  world.now(first?.until ?? '')
  const nextDay = await world.as(world.nadia)

  const left = [second, third]
  expect(await nextDay.get(`/api/v1/offers/${ids.offer}`)).toMatchObject({ body: { options: left } })
  expect(await nextDay.get(`/api/v1/sessions/${ids.session}`)).toMatchObject({ body: { options: left } })
  expect(
    await nextDay.post(`/api/v1/offers/${ids.offer}/answer`, { optionId: first?.id ?? '' }),
  ).toMatchObject({
    status: 409,
    body: { error: { code: 'option-expired', message: expect.stringContaining('still stand') } },
  })

  const session = await findSession(world.platform.db, `ses_${ids.session.slice(4)}`)
  if (!session) throw new Error('no session')
  const { body: page } = await (
    await world.as(null)
  ).get(await link(world.platform, 'answer', session, world.odile))
  expect(page).toContain(second?.id)
  expect(page).not.toContain(first?.id)

  expect(await expireOffer(world.platform, session.id)).toMatchObject({ kind: 'done' })
  expect(await expireOffer(world.platform, session.id)).toEqual({ kind: 'not-owed' })
  const held = await world.platform.db
    .selectDistinct({ start: claims.startsAt })
    .from(claims)
    .where(eq(claims.sessionId, session.id))
    .orderBy(claims.startsAt)
  expect(held).toEqual(left.map((time) => ({ start: Date.parse(time?.start ?? '') })))
  expect(
    (await nextDay.post(`/api/v1/offers/${ids.offer}/answer`, { optionId: second?.id ?? '' })).status,
  ).toBe(200)
})

test('the hours of the assistant say how long an offer is held, and what it may propose', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const known = hours({ zone: 'Europe/Paris', weekly: weekly([2, 4], '09:00', '12:00') })
  have(await setAvailability(world.platform, world.odile.id, known, asManager(world.nadia)))
  const offer = await offerBy(nadia, world)

  // Monday: she sees it on Tuesday, and the day's notice goes on from the end of her first day.
  for (const { start } of optionsOf(offer))
    expect(Date.parse(start)).toBeGreaterThanOrEqual(Date.parse('2027-03-17T11:00Z'))
  const far = await offerBy(nadia, world, ['2027-04-15T09:00:00Z'])
  expect(far).toMatchObject({ heldUntil: '2027-03-23T23:00:00Z' })
  expect(await kindsOn(world, '2027-03-18T10:59:00Z')).not.toContain('offer-unanswered')
  expect(await kindsOn(world, '2027-03-18T11:00:00Z')).toContain('offer-unanswered')
})

test('sent on Friday at five, it is unanswered on Tuesday at five', async () => {
  const world = await aWorld()
  world.now('2027-03-19T16:00:00Z')
  const nadia = await world.as(world.nadia)
  await offerBy(nadia, world, ['2027-04-15T09:00:00Z'])

  expect(await kindsOn(world, '2027-03-23T15:59:00Z')).toEqual([])
  expect(await kindsOn(world, '2027-03-23T16:00:00Z')).toEqual(['offer-unanswered'])
})

test('a round that was called off hands on what was refused in it', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  const offer = await offerBy(nadia, world)
  await nadia.post(`/api/v1/offers/${textAt(offer, 'id')}/answer`, { none: true })
  await nadia.post(`/api/v1/sessions/${textAt(offer, 'sessionId')}/cancellation`, {})
  const next = await offerBy(nadia, world)

  expect(textAt(next, 'sessionId')).not.toBe(textAt(offer, 'sessionId'))
  expect(optionsOf(next).filter((time) => optionsOf(offer).some((each) => overlap(each, time)))).toEqual([])
})

test('gaps at short notice leave an hour of working time to answer', async () => {
  const world = await aWorld()
  const nadia = await world.as(world.nadia)
  have(
    await changePerson(
      world.platform,
      world.bernard.id,
      { rules: { shortNotice: true } },
      asManager(world.nadia),
    ),
  )
  const [first] = optionsOf(await offerBy(nadia, world))
  expect(Date.parse(first?.start ?? '')).toBeLessThan(Date.parse('2027-03-16T17:00Z'))
  expect(Date.parse(first?.until ?? '')).toBeGreaterThanOrEqual(Date.parse('2027-03-15T09:00Z'))
})

async function offerBy(nadia: Client, { pairing }: World, times?: readonly string[]): Promise<unknown> {
  const made = await nadia.post('/api/v1/offers', { pairingId: pairing.id, ...(times && { times }) })
  expect(made.status).toBe(201)
  return describedBody('POST /api/v1/offers', made)
}

async function reOffered(nadia: Client, { platform }: World, sessionId: string): Promise<unknown> {
  expect(await reOffer(platform, `ses_${sessionId.slice(4)}`)).toMatchObject({ kind: 'done' })
  const { body } = await nadia.get(`/api/v1/sessions/${sessionId}`)
  return { ...Object(body), id: textAt(body, 'offerId'), sessionId }
}

async function kindsOn(world: World, moment: string): Promise<readonly string[]> {
  world.now(moment)
  const { body } = await (await world.as(world.nadia)).get(`/api/v1/today?programme=${world.northwind.id}`)
  return Object(body).items.map(({ kind }: { readonly kind: string }) => kind)
}

function optionsOf(offer: unknown): readonly Time[] {
  return Object(offer).options
}

function overlap(one: Time, other: Time): boolean {
  return one.start < other.end && other.start < one.end
}
