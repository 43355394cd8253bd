import { expect, test } from 'vitest'

import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { decideExpireOffer } from '../../../worker/domain/offer/expire.ts'
import { decideOffer } from '../../../worker/domain/offer/make.ts'
import { decideReOffer, reOfferDueAt } from '../../../worker/domain/offer/re-offer.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { HOUR, instant } from '../../../worker/domain/time/time.ts'
import {
  accepted,
  after,
  aDiaryFor,
  aRound,
  fixed,
  lettersSent,
  MANAGER,
  offered,
  ODILE,
} from '../../support/rounds.ts'
import { at } from '../../support/times.ts'

const wish = { offerId: 'off_2', sessionId: 'ses_2', minutes: null, count: 3 } as const

test('three times on three days are held, and the assistant hears of them alone', () => {
  const situation = aRound()
  const decision = accepted(decideOffer(situation, aDiaryFor(situation), wish, MANAGER))
  const { session } = after(situation, decision)

  expect(lettersSent(decision)).toEqual(['offer to per_assistant'])
  expect(session.status).toBe('offered')
  expect(
    new Set(session.offer?.options.map(({ start }) => new Date(start).toISOString().slice(0, 10))).size,
  ).toBe(3)
  for (const option of session.offer?.options ?? []) expect(whyNot(option, aDiaryFor(situation))).toBeNull()
})

test('a time is held to the end of the third working day of whoever answers, but not beyond its last hour', () => {
  const { offer } = offered().session

  for (const { start, until } of offer?.options ?? [])
    expect(until).toBe(Math.min(at('2027-03-18T23:00Z'), start - 24 * HOUR))
  expect(offer?.heldUntil).toBe(Math.max(...(offer?.options ?? []).map(({ until }) => until)))
})

test('times far ahead are all held to the end of the third working day', () => {
  const { offer } = offered(aRound({ lastHeld: at('2027-03-08T09:30Z') })).session

  expect(offer?.options.map(({ until }) => until)).toEqual(Array(3).fill(at('2027-03-18T23:00Z')))
  expect(offer?.heldUntil).toBe(at('2027-03-18T23:00Z'))
})

test('after “ask me after” a day nothing is offered before it', () => {
  const first = offered()
  const notBefore = at('2027-04-05T00:00Z')
  const later = { ...first, session: { ...first.session, offer: null, notBefore } }
  const { session } = after(later, accepted(decideOffer(later, aDiaryFor(later), wish, MANAGER)))

  expect(session.offer?.options).toHaveLength(3)
  for (const { start } of session.offer?.options ?? []) expect(start).toBeGreaterThanOrEqual(notBefore)
})

test('nobody answers for him, so the executive is asked himself', () => {
  const situation = aRound({ assistants: [] })

  expect(lettersSent(accepted(decideOffer(situation, aDiaryFor(situation), wish, MANAGER)))).toEqual([
    'offer to per_executive',
  ])
})

test('a paused pairing is not offered to, nor one that has its date', () => {
  const base = aRound()
  const paused = aRound({ pairing: { ...base.pairing, status: 'paused' } })
  const dated = fixed()

  expect(decideOffer(paused, aDiaryFor(paused), wish, MANAGER)).toMatchObject({
    refusal: { reason: 'pairing-closed' },
  })
  expect(decideOffer(dated, aDiaryFor(dated), wish, MANAGER)).toMatchObject({
    refusal: { reason: 'already-fixed' },
  })
})

test('a second offer is for the same session and takes the place of the first', () => {
  const first = offered()
  const { session } = after(first, accepted(decideOffer(first, aDiaryFor(first), wish, MANAGER)))

  expect(session.id).toBe('ses_1')
  expect(session.offer?.id).toBe('off_2')
  expect(session.version).toBe(2)
})

test('an offer expires at its hour and not before', () => {
  const open = offered()
  const heldUntil = open.session.offer?.heldUntil ?? open.now

  expect(decideExpireOffer({ ...open, now: at('2027-03-16T07:59Z') })).toBeNull()
  expect(decideExpireOffer({ ...open, now: instant(heldUntil - 1) })?.sessions[0]?.after.offer?.status).toBe(
    'open',
  )
  expect(decideExpireOffer({ ...open, now: heldUntil })?.sessions[0]?.after.offer?.status).toBe('expired')
})

test('an expired offer is followed by one re-offer, and then the manager decides', () => {
  const open = offered()
  const late = { ...open, now: at('2027-03-22T08:00Z') }
  const expiry = decideExpireOffer(late)
  if (!expiry) throw new Error('it should have run out')
  const expired = after(late, expiry)

  expect(reOfferDueAt(expired)).toBe(open.session.offer?.heldUntil)
  expect(decideReOffer(expired, aDiaryFor(expired), 'off_3')).toMatchObject({ ok: true })
  expect(reOfferDueAt({ ...expired, earlierOffers: { expired: 1 } })).toBeNull()
})

test('“none of these” is followed by a re-offer without those times', () => {
  const open = offered()
  const offerId = open.session.offer?.id ?? 'off_0'
  const none = after(open, accepted(decideAnswer(open, aDiaryFor(open), { offerId, kind: 'none' }, ODILE)))
  const again = accepted(decideReOffer(none, aDiaryFor(none), 'off_3'))
  const before = new Set(open.session.offer?.options.map(({ start }) => start))

  expect(again.sessions.at(-1)?.after.offer?.options.some(({ start }) => before.has(start))).toBe(false)
})

test('“ask me after” stays silent until that day', () => {
  const open = offered()
  const offerId = open.session.offer?.id ?? 'off_0'
  const notBefore = at('2027-04-20T22:00Z')
  const later = after(
    open,
    accepted(decideAnswer(open, aDiaryFor(open), { offerId, kind: 'later', notBefore }, ODILE)),
  )
  const then = { ...later, now: notBefore }

  expect(reOfferDueAt(later)).toBe(notBefore)
  expect(decideReOffer(then, aDiaryFor(then), 'off_3')).toMatchObject({ ok: true })
})
