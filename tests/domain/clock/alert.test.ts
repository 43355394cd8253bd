import { expect, test } from 'vitest'

import {
  type AlertCode,
  type Told,
  decideAlert,
  NEVER_ALERTED,
  type Signs,
  whatIsBad,
} from '../../../worker/domain/clock/alert.ts'
import { after, DAY, instant, MINUTE, SECOND } from '../../../worker/domain/time/time.ts'
import { at } from '../../support/times.ts'

const NOW = at('2027-03-15T08:00Z')
const WELL: Signs = {
  ...{ lastTick: after(NOW, -MINUTE), jobsFailed: false, sendingStopped: false, lettersLate: false },
  ...{ timersFailing: false, checksBroken: false, feedsFailing: false },
}
const bad = (signs: Partial<Signs>, tickingSince: typeof NOW | null = instant(0)) =>
  whatIsBad({ ...WELL, ...signs }, { now: NOW, tickingSince })

/** Each step is what is bad and how long after the start; what is told of it. */
function told(...steps: readonly (readonly [number, ...AlertCode[]])[]) {
  let alerted: Told = NEVER_ALERTED
  return steps.map(([ms, ...codes]) => {
    const alert = decideAlert(codes, alerted, after(NOW, ms))
    if (!alert) return null
    alerted = alert.next
    return [alert.type === 'health.mended' ? 'mended' : 'broken', ...alert.codes].join(' ')
  })
}

test('each sign of health has its code, and while all is well there is none', () => {
  expect(bad({})).toEqual([])
  expect(bad({ sendingStopped: true })).toEqual(['sending-stopped'])
  expect(bad({ lettersLate: true })).toEqual(['letters-late'])
  expect(bad({ jobsFailed: true })).toEqual(['jobs-failed'])
  expect(bad({ timersFailing: true })).toEqual(['timers-failing'])
  expect(bad({ checksBroken: true, feedsFailing: true })).toEqual(['checks-broken', 'feeds-failing'])
})

test('a tick is late ten minutes after the one before, and not the first one, or one that was switched off', () => {
  expect(bad({ lastTick: after(NOW, -10 * MINUTE) })).toEqual([])
  expect(bad({ lastTick: after(NOW, -10 * MINUTE - SECOND) })).toEqual(['tick-late'])
  expect(bad({ lastTick: null })).toEqual([])
  expect(bad({ lastTick: after(NOW, -DAY) }, null)).toEqual([])
  expect(bad({ lastTick: after(NOW, -DAY) }, after(NOW, -MINUTE))).toEqual([])
})

test('what turns bad is told once, once a day as long as it is, and when it is good again', () => {
  expect(
    told(
      [0],
      [MINUTE, 'letters-late'],
      [2 * MINUTE, 'letters-late'],
      [DAY, 'letters-late'],
      [DAY + MINUTE, 'letters-late'],
      [DAY + 2 * MINUTE, 'letters-late'],
      [DAY + 3 * MINUTE],
      [DAY + 4 * MINUTE],
      [DAY + 5 * MINUTE, 'letters-late'],
    ),
  ).toEqual([
    null,
    'broken letters-late',
    ...[null, null],
    'broken letters-late',
    null,
    'mended letters-late',
    null,
    'broken letters-late',
  ])
})

test('what turns bad beside it is told at once; what comes and goes meanwhile is told once', () => {
  expect(
    told(
      [0, 'letters-late'],
      [MINUTE, 'sending-stopped', 'letters-late'],
      [2 * MINUTE, 'letters-late'],
      [3 * MINUTE, 'sending-stopped', 'letters-late'],
      [DAY + MINUTE, 'letters-late'],
      [DAY + 2 * MINUTE, 'sending-stopped', 'letters-late'],
      [DAY + 3 * MINUTE],
    ),
  ).toEqual([
    'broken letters-late',
    'broken sending-stopped letters-late',
    ...[null, null],
    'broken letters-late',
    'broken sending-stopped letters-late',
    'mended sending-stopped letters-late',
  ])
})

test('it says since when, also the next day and when all is well again', () => {
  const first = decideAlert(['jobs-failed'], NEVER_ALERTED, NOW)
  const again = decideAlert(['checks-broken'], first?.next ?? NEVER_ALERTED, after(NOW, DAY))
  const mended = decideAlert([], again?.next ?? NEVER_ALERTED, after(NOW, 2 * DAY))
  expect([first?.since, again?.since, mended?.since]).toEqual([NOW, NOW, NOW])
  expect(mended?.next).toMatchObject({ codes: [], since: null })
})
