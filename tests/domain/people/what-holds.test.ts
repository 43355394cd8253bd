import fc from 'fast-check'
import { expect, test } from 'vitest'

import { BLOCKERS, type PersonRules } from '../../../worker/domain/people/person.ts'
import { rulesOf } from '../../../worker/domain/people/presets.ts'
import { whatHolds } from '../../../worker/domain/people/what-holds.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { noticeOf } from '../../../worker/domain/slot/judge.ts'
import { HOUR } from '../../../worker/domain/time/time.ts'

const policy = { ...DEFAULT_POLICY, minutes: 40, notice: 24, autopilot: true }

test('each rule says whose word it is: his own, a blocker, the programme, or nobody’s', () => {
  const holds = whatHolds({ blockers: ['booked'], rules: { answers: 'executive', perDay: 2 } }, policy)
  expect(holds).toMatchObject({
    minutes: { value: 25, why: 'booked' },
    ahead: { value: 5, why: 'booked' },
    answers: { value: 'executive', why: 'own' },
    perDay: { value: 2, why: 'own' },
    autopilot: { value: true, why: 'programme' },
    perWeek: { value: null, why: 'default' },
    byPhone: { value: false, why: 'default' },
    executiveNotice: { value: 2, why: 'booked' },
  })
  expect(whatHolds({ blockers: [], rules: {} }, policy)).toMatchObject({
    minutes: { value: 40, why: 'programme' },
    executiveNotice: { value: 24, why: 'programme' },
    buffers: { value: policy.buffers, why: 'programme' },
  })
})

test('of two blockers the first one is named, as it is the one that counts', () => {
  const holds = whatHolds({ blockers: ['bottleneck', 'booked'], rules: {} }, policy)
  expect(holds).toMatchObject({ minutes: { value: 30, why: 'bottleneck' }, ahead: { why: 'booked' } })
})

test('a shorter notice of his own does not hold against the programme’s, a longer one does', () => {
  const noticeWith = (rules: PersonRules) => whatHolds({ blockers: [], rules }, policy)
  expect(noticeWith({ notice: 12 }).executiveNotice).toEqual({ value: 24, why: 'programme' })
  expect(noticeWith({ notice: 72 }).executiveNotice).toEqual({ value: 72, why: 'own' })
  expect(noticeWith({ notice: 72 }).mentorNotice).toEqual({ value: 72, why: 'own' })
  expect(noticeWith({ shortNotice: true }).mentorNotice).toEqual({ value: 24, why: 'programme' })
})

test('what is shown is what counts', () => {
  const rules = fc.record(
    {
      minutes: fc.integer({ min: 15, max: 90 }),
      notice: fc.integer({ min: 0, max: 200 }),
      shortNotice: fc.boolean(),
      nudges: fc.boolean(),
      byPhone: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  const people = fc.record({ blockers: fc.subarray([...BLOCKERS]), rules })
  fc.assert(
    fc.property(people, (person) => {
      const [holds, count] = [whatHolds(person, policy), rulesOf(person)]
      expect(holds.minutes.value).toBe(count.minutes ?? policy.minutes)
      expect(holds.nudges.value).toBe(count.nudges ?? false)
      expect(holds.byPhone.value).toBe(count.byPhone ?? false)
      const notice = noticeOf({ mentor: { rules: {} }, executive: { rules: count }, policy })
      expect(holds.executiveNotice.value * HOUR).toBe(notice)
    }),
  )
})
