import { expect, test } from 'vitest'

import type { PersonId } from '../../../worker/domain/ids.ts'
import { lineBetween, reportingBetween } from '../../../worker/domain/pairing/reporting-line.ts'
import type { Blocker } from '../../../worker/domain/people/person.ts'

const mentorBelow = (steps: number) => above('per_mentor', 'per_executive', steps)
const executiveBelow = (steps: number) => above('per_executive', 'per_mentor', steps)

test('a mentor does not report to the executive directly, and may from two steps below', () => {
  expect(lineBetween(mentorBelow(1), executive())).toEqual({
    ...{ personId: 'per_mentor', managerId: 'per_executive', steps: 1 },
  })
  expect(lineBetween(mentorBelow(2), executive())).toBeNull()
  expect(lineBetween(mentorBelow(3), executive())).toBeNull()
})

test('under “handled” two steps below is too near, three is not; other blockers change nothing', () => {
  expect(lineBetween(mentorBelow(2), executive(['handled']))).toMatchObject({ steps: 2 })
  expect(lineBetween(mentorBelow(3), executive(['handled']))).toBeNull()
  expect(lineBetween(mentorBelow(2), executive(['booked', 'bottleneck', 'on-the-go']))).toBeNull()
})

test.each([1, 2, 3, 7])('an executive never reports to the mentor, %i steps above', (steps) => {
  expect(lineBetween(mentor(), executiveBelow(steps))).toEqual({
    ...{ personId: 'per_executive', managerId: 'per_mentor', steps },
  })
})

test('who may meet nevertheless is named with the distance; strangers and colleagues are not', () => {
  expect(reportingBetween(mentorBelow(3), executive())).toMatchObject({ steps: 3 })
  expect(reportingBetween(mentor(), executive())).toBeNull()
  const colleague = { ...mentor(), superiors: ['per_boss'] as const }
  expect(lineBetween(colleague, { ...executive(), superiors: ['per_boss'] })).toBeNull()
})

function mentor() {
  return above('per_mentor', 'per_executive', 0)
}

function executive(blockers: readonly Blocker[] = []) {
  return { person: { id: 'per_executive', blockers }, superiors: [] } as const
}

/** Somebody so many steps below the other; 0: outside the line. */
function above(id: PersonId, managerId: PersonId, steps: number) {
  const between = Array.from({ length: Math.max(0, steps - 1) }, (_, step): PersonId => `per_between${step}`)
  return { person: { id, blockers: [] }, superiors: steps > 0 ? [...between, managerId] : [] }
}
