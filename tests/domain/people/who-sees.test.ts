import { expect, test } from 'vitest'

import { SEES, type Sight } from '../../../worker/domain/people/permission.ts'
import { whoSees } from '../../../worker/domain/people/who-sees.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { aPerson } from '../../support/situations.ts'

const executive = aPerson('per_executive')
const USUAL = { policy: DEFAULT_POLICY }

function seeing(sight: Sight, person = executive, hasStandIn = false) {
  const line = whoSees(person, USUAL, { hasStandIn }).find((each) => each.sight === sight)
  return line?.by.map(({ who, how }) => `${who}: ${how}`)
}

test('the list that an executive reads is the table of who sees what', () => {
  expect(seeing('time')).toEqual(['manager: yes', 'mentor: yes', 'assistant: yes'])
  expect(seeing('topic')).toEqual(['manager: yes', 'mentor: yes'])
  expect(seeing('question')).toEqual(['manager: knows', 'mentor: yes'])
  expect(seeing('why')).toEqual(['manager: yes', 'mentor: own', 'assistant: own'])
})

test('who stands in is in it, where somebody does', () => {
  expect(seeing('topic', executive, true)).toEqual(['manager: yes', 'mentor: yes', 'stand-in: yes'])
  expect(seeing('question', executive, true)).toEqual(['manager: knows', 'mentor: yes'])
})

test('whose mentor is hidden from the assistant reads so', () => {
  expect(seeing('mentor-name')).toContain('assistant: yes')
  const handled = aPerson('per_executive', { blockers: ['handled'] })
  expect(seeing('mentor-name', handled)).not.toContain('assistant: yes')
})

test('what nothing shows yet is not in it', () => {
  for (const { sight } of whoSees(executive, USUAL, { hasStandIn: true }))
    expect(SEES[sight].later).toBeUndefined()
})

test('of what a programme has switched off only what is shown all the same is in it', () => {
  const linesWith = (policy: { readonly stages: boolean; readonly pulses: boolean }) =>
    whoSees(executive, { policy }, { hasStandIn: false }).filter(({ left }) => left !== null)
  expect(linesWith({ stages: true, pulses: true })).toEqual([])
  const [manager, mentor] = [
    { who: 'manager', how: 'yes' },
    { who: 'mentor', how: 'yes' },
  ]
  // What gets in his way is read by both, and what he asks for quietly by managers alone.
  expect(linesWith({ stages: false, pulses: false })).toEqual([
    { sight: 'stage', left: 'stage', by: [manager, mentor] },
    { sight: 'pulse', left: 'pulse', by: [manager] },
  ])
})
