import { expect, test } from 'vitest'

import { type Begun, firstSteps, nextStep } from '../../../worker/domain/programme/first-steps.ts'

const NOTHING: Begun = {
  ...{ isOpen: true, hasAnsweredTest: false, mentors: 0, hasHours: false },
  ...{ executives: 0, pairings: 0, hasSession: false },
}

test('each step is done by what is there, in whatever order it came', () => {
  expect(done(NOTHING)).toEqual(['programme'])
  expect(done({ ...NOTHING, executives: 2 })).toEqual(['programme', 'executive'])
  expect(done({ ...NOTHING, mentors: 1, hasHours: true })).toEqual(['programme', 'mentor', 'hours'])
  const paired = { ...NOTHING, mentors: 1, hasHours: true, executives: 1, pairings: 1 }
  expect(done(paired)).toEqual(['programme', 'mentor', 'hours', 'executive', 'pairing'])
  expect(firstSteps(paired)).toHaveLength(7)
  expect(done({ ...NOTHING, hasAnsweredTest: true })).toEqual(['programme', 'test'])
})

test('a test invite holds nobody up: the next step is what the first session needs', () => {
  expect(nextStep(firstSteps(NOTHING) ?? [])).toBe('mentor')
  expect(nextStep(firstSteps({ ...NOTHING, hasAnsweredTest: true, mentors: 1 }) ?? [])).toBe('hours')
})

test('there is no way to show once a session was asked for, nor in a closed programme', () => {
  expect(firstSteps({ ...NOTHING, hasSession: true })).toBeNull()
  expect(firstSteps({ ...NOTHING, isOpen: false })).toBeNull()
  expect(firstSteps({ ...NOTHING, pairings: 2 })).toBeNull()
})

function done(begun: Begun): readonly string[] {
  return (firstSteps(begun) ?? []).flatMap(({ step, isDone }) => (isDone ? [step] : []))
}
