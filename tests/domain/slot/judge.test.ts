import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { PersonRules } from '../../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import type { Policy } from '../../../worker/domain/programme/programme.ts'
import { isHard } from '../../../worker/domain/slot/diary.ts'
import { whyNot } from '../../../worker/domain/slot/judge.ts'
import { onHisWord } from '../../../worker/domain/slot/own-word.ts'
import { after, instant, MINUTE } from '../../../worker/domain/time/time.ts'
import type { Instant, Interval } from '../../../worker/domain/time/time.ts'
import { anySituation } from '../../support/diaries.ts'
import {
  aDiary,
  aPersonDiary,
  aSessionAt,
  at,
  between,
  busyAt,
  hours,
  weekly,
  WORKING_DAYS,
} from '../../support/times.ts'

const MONDAY_TEN = between('2027-03-22T10:00Z', '2027-03-22T10:30Z')

test('a slot that is free for both is accepted', () => {
  expect(whyNot(MONDAY_TEN, aDiary())).toBeNull()
})

test('a session lasts five minutes at least and eight hours at most', () => {
  const start = at('2027-03-22T09:00Z')
  const lasting = (minutes: number): Interval => ({ start, end: after(start, minutes * MINUTE) })

  expect(whyNot(lasting(4), aDiary())).toEqual({ reason: 'bad-length', minutes: 4 })
  expect(whyNot(lasting(481), aDiary())).toEqual({ reason: 'bad-length', minutes: 481 })
  expect(whyNot(lasting(-30), aDiary())).toEqual({ reason: 'bad-length', minutes: -30 })
  expect([lasting(5), lasting(480)].map((slot) => whyNot(slot, aDiary()))).toEqual([null, null])
})

test('nothing begins in the past', () => {
  const now = at('2027-03-22T10:01Z')

  expect(whyNot(MONDAY_TEN, aDiary({ now }))).toEqual({ reason: 'in-the-past', now })
})

test('a mentor’s session, hold or busy feed entry blocks a slot, and says until when', () => {
  const until = at('2027-03-22T10:15Z')
  const hold = { ...aSessionAt('2027-03-22T09:45Z', '2027-03-22T10:15Z'), kind: 'hold' } as const
  const ways = [
    hold,
    aSessionAt('2027-03-22T09:45Z', '2027-03-22T10:15Z'),
    busyAt('2027-03-22T09:45Z', '2027-03-22T10:15Z', 'busy'),
    busyAt('2027-03-22T09:45Z', '2027-03-22T10:15Z', 'tentative'),
    busyAt('2027-03-22T09:45Z', '2027-03-22T10:15Z', 'out-of-office'),
  ]

  const refusals = ways.map((busy) => whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ busy: [busy] }) })))
  expect(refusals).toEqual(ways.map(() => ({ reason: 'slot-taken', until })))
})

test('an executive’s conflict is told apart from a mentor’s', () => {
  const busy = [busyAt('2027-03-22T10:15Z', '2027-03-22T11:00Z')]

  expect(whyNot(MONDAY_TEN, aDiary({ executive: aPersonDiary({ busy }) }))).toEqual({
    reason: 'executive-busy',
    until: at('2027-03-22T11:00Z'),
  })
})

test('what ends when the slot begins does not block it', () => {
  const busy = [
    aSessionAt('2027-03-22T09:30Z', '2027-03-22T10:00Z'),
    busyAt('2027-03-22T10:30Z', '2027-03-22T11:00Z'),
  ]

  expect(
    whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ busy }), executive: aPersonDiary({ busy }) })),
  ).toBeNull()
})

test('a session does not block its own move', () => {
  const busy = [aSessionAt('2027-03-22T10:00Z', '2027-03-22T10:30Z', 'ses_own')]
  const rules = { perDay: 1, buffers: { before: 30, after: 30 } }
  const diary = aDiary({ mentor: aPersonDiary({ busy, rules }), executive: aPersonDiary({ busy }) })

  expect(whyNot(MONDAY_TEN, diary)?.reason).toBe('slot-taken')
  expect(whyNot(MONDAY_TEN, diary, { ignoring: 'ses_own' })).toBeNull()
})

test('a hard reason comes before a soft one', () => {
  const sunday = between('2027-03-21T10:00Z', '2027-03-21T10:30Z')
  const busy = [busyAt('2027-03-21T10:00Z', '2027-03-21T11:00Z')]

  expect(whyNot(sunday, aDiary())?.reason).toBe('outside-availability')
  expect(whyNot(sunday, aDiary({ mentor: aPersonDiary({ busy }) }))?.reason).toBe('slot-taken')
})

test('the programme’s notice is lengthened by either person, and shortened to two hours by the executive alone', () => {
  const now = at('2027-03-22T09:00Z')
  const earliest = (mentor: PersonRules, executive: PersonRules): Instant | null => {
    const policy = { ...DEFAULT_POLICY, notice: 24 }
    const people = { mentor: aPersonDiary({ rules: mentor }), executive: aPersonDiary({ rules: executive }) }
    const refusal = whyNot({ start: now, end: after(now, 30 * MINUTE) }, aDiary({ ...people, policy, now }))
    return refusal?.reason === 'too-soon' ? refusal.earliest : null
  }

  expect(earliest({}, {})).toBe(at('2027-03-23T09:00Z'))
  expect(earliest({ notice: 48 }, {})).toBe(at('2027-03-24T09:00Z'))
  expect(earliest({ notice: 2 }, {})).toBe(at('2027-03-23T09:00Z'))
  expect(earliest({}, { notice: 120 })).toBe(at('2027-03-27T09:00Z'))
  expect(earliest({}, { shortNotice: true })).toBe(at('2027-03-22T11:00Z'))
  expect(earliest({ notice: 48 }, { shortNotice: true })).toBe(at('2027-03-24T09:00Z'))
})

test('nothing is booked beyond the horizon', () => {
  const now = at('2027-03-15T10:00Z')
  const slot = (start: string): Interval => ({ start: at(start), end: after(at(start), 30 * MINUTE) })
  const diary = aDiary({ now, policy: ruled({ horizon: 7 }) })

  expect(whyNot(slot('2027-03-22T10:00Z'), diary)).toBeNull()
  expect(whyNot(slot('2027-03-22T10:15Z'), diary)).toEqual({
    reason: 'beyond-horizon',
    latest: at('2027-03-22T10:00Z'),
  })
})

test('a blackout says what it is and until when', () => {
  const blackouts = [{ from: '2027-03-22', to: '2027-04-02', reason: 'quarter end' }]

  expect(whyNot(MONDAY_TEN, aDiary({ policy: ruled({ blackouts }) }))).toEqual({
    reason: 'blackout',
    until: '2027-04-02',
    why: 'quarter end',
  })
})

test('nobody is booked after the last day, whatever a human writes', () => {
  const leaves = { on: '2027-03-21', at: at('2027-03-22T00:00Z') } as const
  const refusals = [
    whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ leaves }) })),
    whyNot(MONDAY_TEN, aDiary({ executive: aPersonDiary({ leaves }) })),
  ]
  expect(refusals).toEqual([
    { reason: 'has-left', who: 'mentor', on: '2027-03-21' },
    { reason: 'has-left', who: 'executive', on: '2027-03-21' },
  ])
  expect(refusals.map((refusal) => refusal && isHard(refusal))).toEqual([true, true])
  const later = { on: '2027-03-22', at: at('2027-03-23T00:00Z') } as const
  expect(whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ leaves: later }) }))).toBeNull()
})

test('a busy feed that cannot be read says so', () => {
  expect(whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ feedUnknown: true }) }))).toEqual({
    reason: 'hours-unknown',
  })
  const unread = aDiary({ executive: aPersonDiary({ feedUnknown: true }) })
  expect(whyNot(MONDAY_TEN, unread)).toEqual({ reason: 'executive-hours-unknown' })
  expect(whyNot(MONDAY_TEN, onHisWord(unread))).toBeNull()
})

test('on his own word an executive is taken by what is booked or held alone', () => {
  const taken = (kind: 'busy' | 'hold') => {
    const busy = [{ ...MONDAY_TEN, kind, sessionId: kind === 'hold' ? ('ses_other' as const) : null }]
    return onHisWord(aDiary({ executive: aPersonDiary({ busy }) }))
  }
  expect(whyNot(MONDAY_TEN, taken('busy'))).toBeNull()
  expect(whyNot(MONDAY_TEN, taken('hold'))).toMatchObject({ reason: 'executive-busy' })
})

test('the mentor’s hours and the executive’s are refused by name', () => {
  const afternoons = hours({ weekly: weekly(WORKING_DAYS, '14:00', '17:00') })

  expect(whyNot(MONDAY_TEN, aDiary({ mentor: aPersonDiary({ availability: afternoons }) }))).toEqual({
    reason: 'outside-availability',
  })
  expect(whyNot(MONDAY_TEN, aDiary({ executive: aPersonDiary({ availability: afternoons }) }))).toEqual({
    reason: 'outside-executive-hours',
  })
})

test('a slot may run over midnight where the hours do', () => {
  const nights = hours({ weekly: [...weekly([1], '22:00', '24:00'), ...weekly([2], '00:00', '02:00')] })
  const person = aPersonDiary({ availability: nights })

  expect(
    whyNot(between('2027-03-22T23:45Z', '2027-03-23T00:15Z'), aDiary({ mentor: person, executive: person })),
  ).toBeNull()
})

test('whatever the judge calls impossible lies in the past or after a last day, overlaps, or has no length for a session', () => {
  fc.assert(
    fc.property(anySituation(), fc.integer({ min: -10, max: 600 }), ({ diary, window }, minutes) => {
      const slot = { start: window.start, end: instant(window.start + minutes * MINUTE) }
      const refusal = whyNot(slot, diary)
      const busy = [...diary.mentor.busy, ...diary.executive.busy]
      const isImpossible =
        minutes < 5 ||
        minutes > 480 ||
        slot.start < diary.now ||
        [diary.mentor, diary.executive].some(({ leaves }) => leaves && slot.end > leaves.at) ||
        busy.some(({ start, end }) => start < end && start < slot.end && slot.start < end)

      expect(refusal !== null && isHard(refusal)).toBe(isImpossible)
    }),
  )
}, 60_000)

function ruled(parts: Partial<Policy>): Policy {
  return { ...aDiary().policy, ...parts }
}
