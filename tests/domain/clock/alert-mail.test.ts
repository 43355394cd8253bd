import { expect, test } from 'vitest'

import {
  badAtSending,
  decideTelling as decide,
  type LastMail,
} from '../../../worker/domain/clock/alert-mail.ts'
import {
  type AlertCode,
  type Alerted,
  NEVER_ALERTED,
  type Signs,
} from '../../../worker/domain/clock/alert.ts'
import { after, DAY, HOUR, type Instant, MINUTE } from '../../../worker/domain/time/time.ts'
import { at } from '../../support/times.ts'

const NOW = at('2027-03-15T08:00Z')
const WEEK = 7 * DAY

const decideTelling = (codes: readonly AlertCode[], alerted: Alerted, now: Instant, last: LastMail = null) =>
  decide(codes, alerted, { now, last })

type Step = readonly [number, ...AlertCode[]]

/** Each step is how long after the start a tick looks, and what is bad then; what is written by mail, and when. */
function mailed(...steps: readonly Step[]): readonly string[] {
  return mailedWhere(() => null, ...steps)
}

/** The same, where `last` says what became of the last one by then. */
function mailedWhere(last: (ms: number) => LastMail, ...steps: readonly Step[]): readonly string[] {
  let alerted: Alerted = NEVER_ALERTED
  return steps.flatMap(([ms, ...codes]) => {
    const telling = decideTelling(codes, alerted, after(NOW, ms), last(ms))
    if (!telling) return []
    alerted = telling.next
    const { mail } = telling
    return mail ? [`${ms / MINUTE}: ${mail.bad.map(({ code }) => code).join(' ') || 'mended'}`] : []
  })
}

/** A tick each minute. */
function minutes(from: number, to: number, ...codes: readonly AlertCode[]): readonly Step[] {
  return Array.from({ length: to - from }, (_, index): Step => [(from + index) * MINUTE, ...codes])
}

test('a mail is written once something has been bad for a quarter of an hour, and once it was well for an hour', () => {
  const broken = minutes(0, 40, 'jobs-failed')
  expect(mailed(...broken, ...minutes(40, 180))).toEqual(['15: jobs-failed', '100: mended'])
})

test('what mends within minutes writes nobody, however often it comes back, nor does what only it was', () => {
  const blips = [0, 20, 40, 60].flatMap((from) => [
    ...minutes(from, from + 14, 'letters-late'),
    ...minutes(from + 14, from + 20),
  ])
  expect(mailed(...blips, ...minutes(80, 240))).toEqual([])
})

test('what is bad all the time is named, and not what is bad beside it for a moment', () => {
  expect(
    mailed(...minutes(0, 10, 'feeds-failing'), ...minutes(10, 15, 'timers-failing', 'feeds-failing'), [
      15 * MINUTE,
      'timers-failing',
      'feeds-failing',
    ]),
  ).toEqual(['15: feeds-failing'])
})

test('there is one mail a day at most; of what stays bad one a week', () => {
  const days = (count: number, ...codes: AlertCode[]): Step => [count * DAY, ...codes]
  expect(
    mailed(
      ...minutes(0, 30, 'feeds-failing'),
      ...minutes(30, 60, 'checks-broken', 'feeds-failing'),
      [DAY + 14 * MINUTE, 'checks-broken', 'feeds-failing'],
      [DAY + 15 * MINUTE, 'checks-broken', 'feeds-failing'],
      ...[2, 3, 4, 5, 6, 7, 8].map((count) => days(count, 'checks-broken', 'feeds-failing')),
      [WEEK + DAY + 15 * MINUTE, 'checks-broken', 'feeds-failing'],
    ),
  ).toEqual([
    '15: feeds-failing',
    `${(DAY + 15 * MINUTE) / MINUTE}: checks-broken feeds-failing`,
    `${(WEEK + DAY + 15 * MINUTE) / MINUTE}: checks-broken feeds-failing`,
  ])
})

test('what breaks again after it was called mended waits for its day, and is mended only where it was told', () => {
  expect(
    mailed(
      ...minutes(0, 20, 'jobs-failed'),
      ...minutes(20, 120),
      ...minutes(120, 180, 'jobs-failed'),
      ...minutes(180, 300),
      ...minutes(1430, 1460, 'jobs-failed'),
    ),
  ).toEqual(['15: jobs-failed', '80: mended', '1455: jobs-failed'])
})

test('a short time of health does not count as mended, nor is what follows new', () => {
  expect(
    mailed(
      ...minutes(0, 20, 'jobs-failed'),
      ...minutes(20, 60),
      ...minutes(60, 90, 'jobs-failed'),
      ...minutes(90, 160),
    ),
  ).toEqual(['15: jobs-failed', '150: mended'])
})

test('no mail says that mail or the clock stands still, and none is written while it could not leave', () => {
  expect(mailed(...minutes(0, 60, 'tick-late'))).toEqual([])
  expect(
    mailed(
      ...minutes(0, 600, 'sending-stopped', 'letters-late', 'jobs-failed'),
      ...minutes(600, 602, 'letters-late'),
    ),
  ).toEqual(['600: letters-late'])
  expect(mailed(...minutes(0, 600, 'sending-stopped', 'letters-late'), ...minutes(600, 800))).toEqual([])
})

test('a mail names each thing with its own moment, and when the first of them was written', () => {
  const first = decideTelling(['jobs-failed'], NEVER_ALERTED, NOW)?.next ?? NEVER_ALERTED
  const both = decideTelling(['jobs-failed', 'feeds-failing'], first, after(NOW, MINUTE))?.next ?? first
  const sent = decideTelling(['jobs-failed', 'feeds-failing'], both, after(NOW, 16 * MINUTE))
  expect(sent?.mail).toEqual({
    bad: [
      { code: 'jobs-failed', since: NOW },
      { code: 'feeds-failing', since: after(NOW, MINUTE) },
    ],
    ...{ wellSince: null, firstAt: after(NOW, 16 * MINUTE) },
  })
  const well = decideTelling([], sent?.next ?? first, after(NOW, HOUR))?.next ?? first
  expect(decideTelling([], well, after(NOW, 2 * HOUR))?.mail).toEqual({
    ...{ bad: [], wellSince: after(NOW, HOUR), firstAt: after(NOW, 16 * MINUTE) },
  })
})

test('nothing is written in a minute in which all is as it was', () => {
  expect(decideTelling([], NEVER_ALERTED, NOW)).toBeNull()
  const first = decideTelling(['jobs-failed'], NEVER_ALERTED, NOW)?.next ?? NEVER_ALERTED
  expect(decideTelling(['jobs-failed'], first, after(NOW, MINUTE))).toBeNull()
  const fewer = decideTelling(['jobs-failed', 'feeds-failing'], first, after(NOW, MINUTE))?.next ?? first
  expect(decideTelling(['jobs-failed'], fewer, after(NOW, 2 * MINUTE))).toMatchObject({
    ...{ alert: null, mail: null, next: { bad: [{ code: 'jobs-failed', since: NOW }] } },
  })
})

test('while a mail leaves the clock runs, and a job failed if it did when the last tick ended', () => {
  const signs: Signs = {
    ...{ lastTick: at('2027-01-01T00:00Z'), jobsFailed: false, sendingStopped: false, lettersLate: true },
    ...{ timersFailing: false, checksBroken: false, feedsFailing: false },
  }
  const failed = [{ code: 'jobs-failed', since: NOW }] as const
  expect(badAtSending(signs, { bad: failed }, after(NOW, MINUTE))).toEqual([
    { code: 'letters-late', since: after(NOW, MINUTE) },
    ...failed,
  ])
  expect(badAtSending({ ...signs, jobsFailed: true }, { bad: [] }, NOW)).toEqual([
    { code: 'letters-late', since: NOW },
  ])
})

const WAITING = { state: 'waiting' } as const

test('a mail that nobody has yet holds nothing back: what is new replaces it, and what stays does not', () => {
  const nobodyHas = (ms: number): LastMail => (ms > 15 * MINUTE ? WAITING : null)
  expect(
    mailedWhere(
      nobodyHas,
      ...minutes(0, 20, 'letters-late'),
      ...minutes(20, 120),
      ...minutes(120, 300, 'checks-broken'),
      ...minutes(300, 400, 'checks-broken', 'feeds-failing'),
    ),
  ).toEqual(['15: letters-late', '80: mended', '135: checks-broken', '315: checks-broken feeds-failing'])
})

test('what breaks while another waits is new at once; what mended and broke meanwhile is new again', () => {
  const nobodyHas = (ms: number): LastMail => (ms > 15 * MINUTE ? WAITING : null)
  const day = 1440
  expect(
    mailedWhere(
      nobodyHas,
      ...minutes(0, 20, 'letters-late'),
      ...minutes(20, 60, 'checks-broken'),
      ...minutes(60, 80, 'letters-late', 'checks-broken'),
      ...minutes(80, day + 80, 'letters-late', 'checks-broken'),
    ),
  ).toEqual(['15: letters-late', '35: checks-broken', '75: letters-late checks-broken'])
})

test('one that nobody ever had does not count, whether it was called mended since or not', () => {
  const gone = (ms: number): LastMail =>
    ms > 30 * MINUTE ? { state: 'gone' } : ms > 15 * MINUTE ? WAITING : null
  const until = (to: number) => [
    ...minutes(0, 20, 'letters-late'),
    ...minutes(20, to),
    ...minutes(to, to + 16, 'letters-late'),
  ]
  expect(mailedWhere(gone, ...until(40))).toEqual(['15: letters-late', '55: letters-late'])
  expect(mailedWhere(gone, ...until(100))).toEqual(['15: letters-late', '80: mended', '115: letters-late'])
})

test('the days count from the moment at which it was had', () => {
  const had = (ms: number): LastMail =>
    ms < 300 * MINUTE ? (ms > 15 * MINUTE ? WAITING : null) : { state: 'had', at: after(NOW, 300 * MINUTE) }
  expect(
    mailedWhere(
      had,
      ...minutes(0, 300, 'letters-late'),
      ...minutes(300, 1800, 'letters-late', 'checks-broken'),
    ),
  ).toEqual(['15: letters-late', '1740: letters-late checks-broken'])
})
