import { expect, test } from 'vitest'

import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { decideExpireOffer } from '../../../worker/domain/offer/expire.ts'
import { decideOffer } from '../../../worker/domain/offer/make.ts'
import { decideReOffer } from '../../../worker/domain/offer/re-offer.ts'
import { decideBump } from '../../../worker/domain/session/bump.ts'
import { decideCancellation } from '../../../worker/domain/session/cancel.ts'
import { decideCounter } from '../../../worker/domain/session/counter.ts'
import { decideMove } from '../../../worker/domain/session/move.ts'
import { newRound } from '../../../worker/domain/session/round.ts'
import { decideCounterRefusal } from '../../../worker/domain/session/settle-counter.ts'
import { refusedAt, refusedTimes, unansweredTimes } from '../../../worker/domain/session/tried.ts'
import type { SessionSituation } from '../../../worker/domain/situation.ts'
import { DAY, instant, type Interval, MINUTE, overlaps } from '../../../worker/domain/time/time.ts'
import {
  accepted,
  after,
  aDiaryFor,
  answerOf,
  aRound,
  fixed,
  MANAGER,
  offered,
  ODILE,
  timeOf,
} from '../../support/rounds.ts'
import { at, between } from '../../support/times.ts'

const wish = { offerId: 'off_2', sessionId: 'ses_2', minutes: null, count: 3 } as const

test('“none of these” refuses the three times, and no later offer of the round overlaps them', () => {
  let round = offered()
  const refused: Interval[] = []
  for (const offerId of ['off_3', 'off_4', 'off_5', 'off_6'] as const) {
    refused.push(...timesOf(round))
    round = noneOfThese(round)
    round = after(round, accepted(decideReOffer(round, aDiaryFor(round), offerId)))
    expect(timesOf(round)).toHaveLength(3)
    expect(timesOf(round).some((time) => refused.some((each) => overlaps(each, time)))).toBe(false)
  }
  expect(refusedTimes(round.session)).toHaveLength(refused.length)
})

test('the manager’s own next offer leaves them out too, but she may choose one by hand', () => {
  const none = noneOfThese(offered())
  const [first] = timesOf(offered())
  if (!first) throw new Error('no time')
  const proposed = after(none, accepted(decideOffer(none, aDiaryFor(none), wish, MANAGER)))
  const chosen = after(
    none,
    accepted(decideOffer(none, aDiaryFor(none), { ...wish, starts: [first.start] }, MANAGER)),
  )

  expect(timesOf(proposed).some((time) => overlaps(time, first))).toBe(false)
  expect(timesOf(chosen)).toEqual([first])
  expect(refusedAt(chosen.session, first)).toBe(none.now)
})

test('where nothing else is left it says so, and does not repeat them', () => {
  const day = between('2027-03-18T00:00Z', '2027-03-19T00:00Z')
  const blackouts = [
    { from: '2027-03-15', to: '2027-03-17', reason: 'away' },
    { from: '2027-03-19', to: '2027-12-31', reason: 'away' },
  ]
  const base = aRound()
  const programme = { ...base.programme, policy: { ...base.programme.policy, blackouts } }
  const rounds = refusedAgainAndAgain(offered({ ...base, programme, now: at('2027-03-11T08:00Z') }))
  const last = rounds.at(-1)

  expect(rounds.length).toBeGreaterThan(2)
  expect(rounds.flatMap(timesOf).every((time) => overlaps(time, day))).toBe(true)
  expect(last && decideReOffer(last, aDiaryFor(last), 'off_99')).toMatchObject({
    refusal: { reason: 'only-refused-left' },
  })
})

test('a declined time and a moved one are given up; a quarter of an hour of it is the same time', () => {
  const before = fixed()
  const declined = after(before, accepted(answerOf(before, 'per_executive', 'DECLINED')))
  const later = { ...declined, now: instant(declined.now + 10 * MINUTE) }
  const bump = decideBump(later, aDiaryFor(later), 'off_9')
  if (!bump) throw new Error('no bump')
  const bumped = after(later, bump)
  expect(refusedTimes(bumped.session)).toMatchObject([timeOf(before)])
  expect(timesOf(bumped).some((time) => overlaps(time, timeOf(before)))).toBe(false)

  const start = at('2027-03-25T13:00Z')
  const move = { start, minutes: null, reason: null }
  const moved = after(before, accepted(decideMove(before, aDiaryFor(before), move, MANAGER)))
  expect(refusedTimes(moved.session)).toMatchObject([timeOf(before)])

  const shorter = { start: timeOf(before).start, minutes: 15, reason: null }
  const cut = after(before, accepted(decideMove(before, aDiaryFor(before), shorter, MANAGER)))
  expect(refusedTimes(cut.session)).toEqual([])
})

test('a date that the mentor could not keep does not come back when it is opened again', () => {
  const before = fixed()
  const cannot = after(before, accepted(answerOf(before, 'per_mentor', 'DECLINED')))
  const open = after(cannot, accepted(decideCancellation(cannot, { reopen: true }, MANAGER)))
  const again = after(open, accepted(decideOffer(open, aDiaryFor(open), wish, MANAGER)))

  expect(refusedTimes(again.session)).toMatchObject([timeOf(before)])
  expect(timesOf(again).some((time) => overlaps(time, timeOf(before)))).toBe(false)
})

test('a proposed time that was refused is not proposed by Sotto', () => {
  const open = offered()
  const time = between('2027-03-24T09:00Z', '2027-03-24T09:30Z')
  const by = { id: 'per_executive', door: 'calendar' } as const
  const countered = after(
    open,
    accepted(decideCounter(open, aDiaryFor(open), { time, personId: 'per_executive', by })),
  )
  const [proposal] = countered.session.proposals
  if (!proposal) throw new Error('no proposal')
  const refused = after(
    countered,
    accepted(decideCounterRefusal(countered, { proposalId: proposal.id }, MANAGER)),
  )

  expect(refusedTimes(refused.session)).toMatchObject([time])
})

test('“none of these” counts also where the offer had expired before it was said', () => {
  const open = offered()
  const late = { ...open, now: open.session.offer?.heldUntil ?? open.now }
  const expiry = decideExpireOffer(late)
  if (!expiry) throw new Error('it should have expired')
  const expired = after(late, expiry)
  expect(refusedTimes(expired.session)).toEqual([])
  expect(refusedTimes(noneOfThese(expired).session)).toMatchObject(
    timesOf(open).filter(({ end }) => end > late.now),
  )
})

test('times that nobody answered come back, but only when nothing else is left', () => {
  const open = offered()
  const late = { ...open, now: at('2027-03-15T09:00Z') }
  const again = after(late, accepted(decideOffer(late, aDiaryFor(late), wish, MANAGER)))
  expect(unansweredTimes(again.session)).toMatchObject([...timesOf(open), ...timesOf(again)])
  expect(timesOf(again).some((time) => timesOf(open).some((each) => overlaps(each, time)))).toBe(false)

  const blackouts = [{ from: '2027-03-20', to: '2027-12-31', reason: 'away' }]
  const programme = { ...again.programme, policy: { ...again.programme.policy, blackouts } }
  const tight = { ...again, programme }
  const all = after(tight, accepted(decideOffer(tight, aDiaryFor(tight), { ...wish, count: 5 }, MANAGER)))
  expect(timesOf(all)).toHaveLength(5)
})

test('a round that was called off hands on what it has tried, and a time that is over is forgotten', () => {
  const none = noneOfThese(offered())
  const closed = after(none, accepted(decideCancellation(none, { reopen: false }, MANAGER)))
  const next = newRound({ ...closed, session: null, triedBefore: closed.session.tried }, 'ses_9', 30)
  expect(refusedTimes(next)).toHaveLength(3)

  const later = { ...none, now: instant(none.now + 30 * DAY) }
  const again = after(later, accepted(decideOffer(later, aDiaryFor(later), wish, MANAGER)))
  expect(refusedTimes(again.session)).toEqual([])
})

test('“ask me after” counts for the whole round, unless an earlier time was taken after all', () => {
  const open = offered()
  const notBefore = at('2027-04-05T22:00Z')
  const asked = after(open, accepted(decideAnswer(open, aDiaryFor(open), later(open, notBefore), ODILE)))
  const again = after(asked, accepted(decideOffer(asked, aDiaryFor(asked), wish, MANAGER)))
  const third = noneOfThese(again)
  const fourth = after(
    third,
    accepted(decideReOffer({ ...third, now: notBefore }, aDiaryFor({ ...third, now: notBefore }), 'off_7')),
  )
  for (const round of [again, fourth])
    for (const { start } of timesOf(round)) expect(start).toBeGreaterThanOrEqual(notBefore)

  const own = { offerId: 'off_2', kind: 'own', start: at('2027-03-24T09:00Z') } as const
  const taken = after(again, accepted(decideAnswer(again, aDiaryFor(again), own, ODILE)))
  expect(taken.session).toMatchObject({ status: 'fixed', notBefore: null })
})

function timesOf({ session }: SessionSituation): readonly Interval[] {
  return session.offer?.options.map(({ start, end }) => ({ start, end })) ?? []
}

function noneOfThese(round: SessionSituation): SessionSituation {
  const none = { offerId: round.session.offer?.id ?? 'off_0', kind: 'none' } as const
  return after(round, accepted(decideAnswer(round, aDiaryFor(round), none, ODILE)))
}

function later(round: SessionSituation, notBefore: ReturnType<typeof at>) {
  return { offerId: round.session.offer?.id ?? 'off_0', kind: 'later', notBefore } as const
}

/** Until Sotto finds nothing more. */
function refusedAgainAndAgain(round: SessionSituation): readonly SessionSituation[] {
  const none = noneOfThese(round)
  const again = decideReOffer(none, aDiaryFor(none), `off_${none.session.version}0`)
  return again.ok ? [none, ...refusedAgainAndAgain(after(none, again.value))] : [none]
}
