import fc from 'fast-check'
import { expect, test } from 'vitest'

import { timersOfSession } from '../../../worker/domain/clock/timers-of.ts'
import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { afterAnsweringTime, answeringTimeOf } from '../../../worker/domain/offer/answering-time.ts'
import { decideExpireOffer, expiresAt } from '../../../worker/domain/offer/expire.ts'
import { decideOffer } from '../../../worker/domain/offer/make.ts'
import { standingOptions } from '../../../worker/domain/session/session.ts'
import { refusedTimes } from '../../../worker/domain/session/tried.ts'
import type { SessionSituation, Situation } from '../../../worker/domain/situation.ts'
import {
  after as later,
  DAY,
  HOUR,
  instant,
  type Instant,
  MINUTE,
  overlaps,
} from '../../../worker/domain/time/time.ts'
import { accepted, after, aDiaryFor, aRound, MANAGER, offered, ODILE, pick } from '../../support/rounds.ts'
import { aPerson } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const wish = { offerId: 'off_1', sessionId: 'ses_1', minutes: null, count: 5 } as const

test('an offer made on a Saturday, or on Friday before the evening, does not propose the Monday', () => {
  for (const [now, earliest] of [
    ['2027-03-20T11:00Z', '2027-03-23T17:00Z'],
    ['2027-03-19T16:50Z', '2027-03-23T16:50Z'],
    ['2027-03-21T22:30Z', '2027-03-23T17:00Z'],
    ['2027-03-17T08:00Z', '2027-03-19T08:00Z'],
  ] as const)
    expect(startsOf(offered(aRound({ now: at(now) })))[0]).toBeGreaterThanOrEqual(at(earliest))
})

test('where the assistant works on other days, those count', () => {
  const hoursKnown = [
    {
      personId: 'per_assistant',
      zone: 'Europe/Paris',
      weekly: [{ day: 3, from: 9 * 60, to: 12 * 60 }],
      exceptions: [],
    },
  ] as const
  const [first = 0] = startsOf(offered(aRound({ hoursKnown })))
  expect(first).toBeGreaterThanOrEqual(at('2027-03-18T11:00Z'))
})

test('short-notice gaps stay possible where they are allowed: an hour of working time is enough', () => {
  const executive = aPerson('per_executive', { rules: { shortNotice: true } })
  const [first = 0] = startsOf(offered(aRound({ executive, now: at('2027-03-16T08:00Z') })))
  expect(first).toBeGreaterThanOrEqual(at('2027-03-16T11:00Z'))
  expect(first).toBeLessThan(at('2027-03-16T17:00Z'))
})

test('a human may offer shorter, with an hour to answer at least', () => {
  const round = aRound()
  const chosen = (start: string) =>
    decideOffer(round, aDiaryFor(round), { ...wish, starts: [at(start)] }, MANAGER)

  expect(chosen('2027-03-16T08:30Z')).toMatchObject({
    refusal: { reason: 'too-soon', earliest: at('2027-03-16T09:00Z') },
  })
  const { offer } = after(round, accepted(chosen('2027-03-16T10:00Z'))).session
  expect(offer).toMatchObject({
    heldUntil: at('2027-03-15T10:00Z'),
    options: [{ until: at('2027-03-15T10:00Z') }],
  })
})

test('a time past its last hour drops out and is freed, and the others still stand', () => {
  const open = offered()
  const [first, second] = open.session.offer?.options ?? []
  if (!first || !second) throw new Error('no times')
  const now = first.until
  expect(expiresAt(open.session)).toBe(now)
  expect(pick({ ...open, now }, 0)).toMatchObject({ refusal: { reason: 'option-expired', at: now } })
  expect(pick({ ...open, now }, 1)).toMatchObject({ ok: true })

  const shorter = dropped({ ...open, now })
  expect(shorter.session.offer?.status).toBe('open')
  expect(standingOptions(shorter.session.offer, now)).toHaveLength(2)
  expect(timersOfSession(shorter).timers).toContainEqual({ kind: 'expire-offer', dueAt: second.until })
  expect(decideExpireOffer(shorter)).toBeNull()
})

test('the offer ends with the last of its times', () => {
  let round: SessionSituation = offered()
  const hours: Instant[] = []
  for (let due = expiresAt(round.session); due !== null; due = expiresAt(round.session)) {
    hours.push(due)
    round = dropped({ ...round, now: due })
  }
  expect(hours).toHaveLength(3)
  expect(hours.at(-1)).toBe(round.session.offer?.heldUntil)
  expect(round.session.offer?.status).toBe('expired')
})

const anyStart = fc.record({
  now: fc
    .integer({ min: 0, max: 330 * 24 * 12 })
    .map((fives) => instant(at('2027-01-01T00:00Z') + fives * 5 * MINUTE)),
  zone: fc.constantFrom('Europe/Paris', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Auckland'),
  notice: fc.constantFrom(0, 2, 24, 72),
  shortNotice: fc.boolean(),
  refusals: fc.integer({ min: 1, max: 4 }),
  count: fc.integer({ min: 1, max: 5 }),
})

test('whatever a machine offers can be picked, leaves its reader a working hour, and overlaps nothing refused', () => {
  fc.assert(
    fc.property(anyStart, ({ now, zone, notice, shortNotice, refusals, count }) => {
      for (const open of offersOf(aRoundOf({ now, zone, notice, shortNotice }), { refusals, count }))
        holdsTrue(open)
    }),
    { numRuns: 60 },
  )
})

/** One offer after the other, each refused the day after; until there is none. */
function offersOf(
  round: Situation,
  { refusals, count }: { readonly refusals: number; readonly count: number },
): readonly SessionSituation[] {
  const offerId = `off_${refusals}` as const
  const made =
    refusals > 0 ? decideOffer(round, aDiaryFor(round), { ...wish, offerId, count }, MANAGER) : null
  if (!made?.ok) return []
  const open = after(round, made.value)
  const next = { ...noneOfThese(open), now: later(open.now, DAY) }
  return [open, ...offersOf(next, { refusals: refusals - 1, count })]
}

function holdsTrue(open: SessionSituation): void {
  const { offer } = open.session
  const seen = afterAnsweringTime(answeringTimeOf(open), open.now, HOUR)
  for (const [index, option] of (offer?.options ?? []).entries()) {
    expect(option.until).toBeGreaterThanOrEqual(seen)
    expect(option.until).toBeLessThanOrEqual(option.start)
    expect(refusedTimes(open.session).some((each) => overlaps(each, option))).toBe(false)
    expect(pick({ ...open, now: instant(option.until - 1) }, index)).toMatchObject({ ok: true })
    expect(pick({ ...open, now: option.until }, index)).toMatchObject({ ok: false })
  }
  expect(offer?.heldUntil).toBe(Math.max(...(offer?.options ?? []).map(({ until }) => until)))
}

function aRoundOf({
  now,
  zone,
  notice,
  shortNotice,
}: {
  readonly now: Instant
  readonly zone: string
  readonly notice: number
  readonly shortNotice: boolean
}): Situation {
  const base = aRound({ now })
  return {
    ...base,
    programme: { ...base.programme, policy: { ...base.programme.policy, notice } },
    executive: aPerson('per_executive', { rules: { shortNotice } }),
    assistants: [aPerson('per_assistant', { zone })],
  }
}

function dropped(round: SessionSituation): SessionSituation {
  const decision = decideExpireOffer(round)
  if (!decision) throw new Error('nothing was due')
  return after(round, decision)
}

function noneOfThese(round: SessionSituation): SessionSituation {
  const none = { offerId: round.session.offer?.id ?? 'off_0', kind: 'none' } as const
  return after(round, accepted(decideAnswer(round, aDiaryFor(round), none, ODILE)))
}

function startsOf({ session }: SessionSituation): readonly number[] {
  return session.offer?.options.map(({ start }) => start) ?? []
}
