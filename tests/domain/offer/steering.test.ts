import { expect, test } from 'vitest'

import { offerAgain } from '../../../worker/domain/letter/write-again.ts'
import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { decideAskAnew } from '../../../worker/domain/offer/ask-anew.ts'
import { type Draft, withAnother, withoutTime, withTime } from '../../../worker/domain/offer/draft.ts'
import { decideOffer, findTimes } from '../../../worker/domain/offer/make.ts'
import type { SessionSituation, Situation } from '../../../worker/domain/situation.ts'
import type { Diary } from '../../../worker/domain/slot/diary.ts'
import {
  daysOfWeek,
  type Week,
  WEEK_PARTS,
  type WeekPart,
  WEEKS,
  type Within,
  withinDays,
} from '../../../worker/domain/slot/within.ts'
import { type Interval, overlaps } from '../../../worker/domain/time/time.ts'
import { toWall } from '../../../worker/domain/time/zones.ts'
import { accepted, after, aDiaryFor, aRound, MANAGER, ODILE, offered } from '../../support/rounds.ts'
import { aPerson } from '../../support/situations.ts'
import { aPersonDiary, at, between } from '../../support/times.ts'

const ZONE = 'Europe/Paris'
const wish = { offerId: 'off_2', sessionId: 'ses_2', minutes: null, count: 3 } as const
const THREE = { minutes: 30, count: 3 }

test('every part of every week holds only times of its days and hours', () => {
  const round = aRound()
  const found = WEEKS.flatMap((week) =>
    WEEK_PARTS.map((part) => {
      const within = inWeek(round, week, part)
      return { week, part, within, times: findTimes(round, aDiaryFor(round), { ...THREE, within }) }
    }),
  )
  const lies = (time: Interval, { from, to }: Within) => (from ?? 0) <= time.start && time.end <= (to ?? 0)
  const wrong = found.filter(({ times, within, part }) =>
    times.some((time) => !lies(time, within) || !isIn(part, toWall(ZONE, time.start))),
  )

  expect(wrong).toEqual([])
  // It is Monday at nine: nothing early this week leaves anybody a day to answer.
  const empty = found.filter(({ times }) => times.length === 0)
  expect(empty.map(({ week, part }) => [week, part])).toEqual([[0, 'early']])
})

test('“early the week after” is Monday and Tuesday of the week after next', () => {
  expect(inWeek(aRound({ now: at('2027-03-17T12:00Z') }), 2, 'early')).toEqual({
    from: at('2027-03-28T22:00Z'),
    to: at('2027-03-30T22:00Z'),
    part: null,
  })
})

test('what is held lies between the two days, and a day with nothing free says why', () => {
  const round = aRound()
  const within = { from: at('2027-03-22T23:00Z'), to: at('2027-03-23T23:00Z'), part: null }
  const made = after(round, accepted(decideOffer(round, aDiaryFor(round), { ...wish, within }, MANAGER)))

  expect(timesOf(made).map(({ start }) => toWall(ZONE, start).day)).toEqual(Array(3).fill('2027-03-23'))
  expect(refusalOf(round, { ...within, to: at('2027-03-15T12:00Z'), from: null })).toMatchObject({
    reason: 'too-soon',
  })
  expect(refusalOf(round, { ...within, from: at('2028-03-22T23:00Z'), to: null })).toMatchObject({
    reason: 'beyond-horizon',
  })
  const blackouts = [{ from: '2027-03-22', to: '2027-03-26', reason: 'quarter end' }]
  const closed = {
    ...round,
    programme: { ...round.programme, policy: { ...round.programme.policy, blackouts } },
  }
  expect(refusalOf(closed, within)).toEqual({ reason: 'blackout', until: '2027-03-26', why: 'quarter end' })
  expect(refusalOf(round, { ...within, from: at('2027-03-23T22:45Z') })).toEqual({ reason: 'no-slots' })
})

test('closed hours, and days that were refused wholly, are named as such', () => {
  const round = aRound()
  const within = inWeek(round, 1, 'all')
  const away = aPersonDiary({
    personId: round.mentor.id,
    availability: { zone: ZONE, weekly: [], exceptions: [] },
  })
  expect(refusalOf(round, within, aDiaryFor(round, { mentor: away }))).toEqual({
    reason: 'outside-availability',
  })

  const hour = { ...within, from: at('2027-03-23T09:00Z'), to: at('2027-03-23T09:30Z') }
  let held = after(round, accepted(decideOffer(round, aDiaryFor(round), { ...wish, within: hour }, MANAGER)))
  held = none(held)
  expect(refusalOf(held, hour)).toEqual({ reason: 'only-refused-left' })
})

test('swapping again and again never brings back what was shown, put aside or refused', () => {
  const refused = none(offered())
  const diary = aDiaryFor(refused)
  const search = { minutes: 30, within: inWeek(refused, 1, 'all') }
  let draft: Draft = { shown: findTimes(refused, diary, { ...search, count: 3 }), aside: [] }
  const seen: Interval[] = [...refused.session.tried, ...draft.shown]
  for (let turn = 0; turn < 12; turn += 1) {
    const [time] = draft.shown
    const next = time && withAnother(refused, diary, draft, { ...search, time })
    const added = next?.shown.filter((each) => !draft.shown.includes(each)) ?? []

    expect(added).toHaveLength(1)
    expect(added.some((one) => seen.some((each) => overlaps(each, one)))).toBe(false)
    seen.push(...added)
    draft = next ?? draft
  }
})

test('where no other time is left the swap says so, and a time put aside comes back by hand', () => {
  const round = aRound()
  const diary = aDiaryFor(round)
  const [from, to] = [at('2027-03-23T08:00Z'), at('2027-03-23T08:30Z')]
  const within = { from, to, part: null }
  const [time] = findTimes(round, diary, { ...THREE, within })
  if (!time) throw new Error('no time')
  const draft = { shown: [time], aside: [] }

  expect(withAnother(round, diary, draft, { minutes: 30, within, time })).toBe(null)
  expect(withTime(withoutTime(draft, time), time)).toEqual(draft)
})

test('another time is spread beside those that stay', () => {
  const round = aRound()
  const diary = aDiaryFor(round)
  const beside = findTimes(round, diary, { minutes: 30, count: 2 })
  const [third] = findTimes(round, diary, { minutes: 30, count: 1, beside })

  expect(findTimes(round, diary, THREE).map(({ start }) => start)).toEqual(
    [...beside, third].map((each) => each?.start),
  )
})

test('a time outside the hours goes out with a reason, is kept with it, and can be picked', () => {
  const round = aRound()
  const diary = aDiaryFor(round)
  const evening = { ...wish, starts: [at('2027-03-23T19:00Z')] }
  expect(decideOffer(round, diary, evening, MANAGER)).toMatchObject({
    refusal: { reason: 'outside-availability' },
  })

  const decision = accepted(decideOffer(round, diary, { ...evening, reason: 'Both said so.' }, MANAGER))
  const made = after(round, decision)
  expect(decision.reason).toBe('Both said so.')
  expect(made.session.offer?.options).toMatchObject([{ against: 'outside-availability' }])

  const option = made.session.offer?.options[0]
  if (!option) throw new Error('no option')
  const picked = decideAnswer(
    made,
    aDiaryFor(made),
    { offerId: 'off_2', kind: 'option', optionId: option.id, move: false },
    ODILE,
  )
  expect(accepted(picked).sessions[0]?.event).toMatchObject({
    code: 'fixed',
    detail: { against: 'outside-availability' },
  })
})

test('no reason overrides what is taken, nor leaves nobody time to answer', () => {
  const round = aRound()
  const taken = between('2027-03-23T09:00Z', '2027-03-23T10:00Z')
  const busy = aDiaryFor(round)
  const mentor = { ...busy.mentor, busy: [{ ...taken, sessionId: null, kind: 'busy' as const }] }
  const insisted = (start: string) => ({ ...wish, starts: [at(start)], reason: 'Please.' })

  expect(decideOffer(round, { ...busy, mentor }, insisted('2027-03-23T09:30Z'), MANAGER)).toMatchObject({
    refusal: { reason: 'slot-taken' },
  })
  expect(decideOffer(round, busy, insisted('2027-03-15T09:30Z'), MANAGER)).toMatchObject({
    refusal: { reason: 'too-soon' },
  })
})

test('her own words go with the first mail, and again whenever it is written anew', () => {
  const round = aRound({ firstContact: true })
  const words = 'Dear Odile,\nNadia here.'
  const decision = accepted(decideOffer(round, aDiaryFor(round), { ...wish, words }, MANAGER))
  const made = after(round, decision)
  const replaced = { ...made, assistants: [aPerson('per_other', { name: 'Paul Roux' })] }

  expect(decision.letters[0]?.letter).toMatchObject({ words })
  expect(offerAgain(made)?.letter).toMatchObject({ words })
  expect(decideAskAnew(replaced, MANAGER)?.letters[0]?.letter).toMatchObject({ words })
})

test('words that say what the hour is for stop the offer; a second mail has none of its own', () => {
  const round = aRound({ firstContact: true })
  const indiscreet = { ...wish, words: 'This is about your mentoring.' }
  expect(decideOffer(round, aDiaryFor(round), indiscreet, MANAGER)).toMatchObject({
    refusal: { reason: 'outward-words', found: [{ field: 'words', word: 'mentoring' }] },
  })
  const later = aRound({ firstContact: false })
  expect(decideOffer(later, aDiaryFor(later), { ...wish, words: 'Hello.' }, MANAGER)).toMatchObject({
    refusal: { reason: 'not-first-contact' },
  })
})

function refusalOf(situation: Situation, within: Within, diary: Diary = aDiaryFor(situation)) {
  const result = decideOffer(situation, diary, { ...wish, within }, MANAGER)
  return result.ok ? null : result.refusal
}

function none(round: SessionSituation): SessionSituation {
  const offerId = round.session.offer?.id ?? 'off_none'
  return after(round, accepted(decideAnswer(round, aDiaryFor(round), { offerId, kind: 'none' }, ODILE)))
}

function timesOf({ session }: SessionSituation): readonly Interval[] {
  return session.offer?.options ?? []
}

function inWeek({ now }: Situation, week: Week, part: WeekPart): Within {
  return withinDays(ZONE, daysOfWeek(ZONE, now, week, part))
}

function isIn(part: WeekPart, { day, minutes }: { readonly day: string; readonly minutes: number }): boolean {
  const weekday = new Date(day).getUTCDay()
  const isMorning = minutes < 720
  if (part === 'early') return weekday <= 2
  if (part === 'late') return weekday >= 4
  return part === 'all' || isMorning === (part === 'mornings')
}
