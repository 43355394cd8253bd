import { expect, test } from 'vitest'

import type { Pulse } from '../../../worker/domain/pairing/pulse-answer.ts'
import { asksByMail, decidePulse, phaseOf, questionTo } from '../../../worker/domain/pairing/pulse.ts'
import { DEFAULT_POLICY, JUST_OPENED } from '../../../worker/domain/programme/programme.ts'
import type { Situation } from '../../../worker/domain/situation.ts'
import { aSituation } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const MENTOR = 'per_mentor'
const MANAGER = 'per_manager'

test('half of the time between the pairing’s beginning and the programme’s last day is mid-way', () => {
  const asked = (now: string) => phaseOf(aPair({ now: at(now), endsOn: '2027-03-31', held: 1 }))
  expect(asked('2027-03-16T15:59Z')).toBe(null)
  expect(asked('2027-03-16T16:00Z')).toBe('midway')
  expect(asked('2027-03-31T23:59Z')).toBe('midway')
  expect(asked('2027-04-01T00:00Z')).toBe('end')
})

test('where no end is known, the fourth session is mid-way', () => {
  expect([3, 4].map((held) => phaseOf(aPair({ held })))).toEqual([null, 'midway'])
})

test('nobody is asked about a pairing that never met, that was ended, or that has been forgotten', () => {
  const late = { now: at('2027-03-30T08:00Z'), endsOn: '2027-03-31' }
  expect(phaseOf(aPair({ ...late, held: 0 }))).toBe(null)
  expect(phaseOf(aPair({ ...late, held: 1, pairing: 'ended' }))).toBe(null)
  expect(phaseOf(aPair({ ...late, held: 1, pairing: 'paused' }))).toBe('midway')
  expect(phaseOf(aPair({ ...late, held: 1, pairing: 'ended', status: 'closed' }))).toBe('end')
  const forgotten = { status: 'closed', purgeOn: '2027-03-30' } as const
  expect(phaseOf(aPair({ ...late, ...forgotten, held: 1, pairing: 'ended' }))).toBe(null)
})

test('the two of the pairing are asked, and nobody else', () => {
  const situation = aPair({ held: 4 })
  expect(questionTo(situation, MENTOR)).toEqual({ phase: 'midway', said: null, openUntil: null })
  expect(questionTo(situation, MANAGER)).toBe(null)
  expect(asksByMail(situation, MANAGER)).toBe(null)
})

test('one mail asks: a person who was asked, or has answered, is not asked again by mail', () => {
  expect(asksByMail(aPair({ held: 4 }), MENTOR)).toBe('midway')
  expect(asksByMail(aPair({ held: 4, pulses: [asked] }), MENTOR)).toBe(null)
  expect(asksByMail(aPair({ held: 4, pulses: [asked], status: 'closing' }), MENTOR)).toBe('end')
})

test('an answer can be changed for an hour after the first one', () => {
  const first = decidePulse(aPair({ held: 4, pulses: [asked] }), MENTOR, { worth: 'no', onward: 'pause' })
  expect(first).toMatchObject({ ok: true, value: { said: { worth: 'no', at: at('2027-03-15T08:00Z') } } })
  if (!first.ok) return

  const again = (now: string) =>
    decidePulse(aPair({ now: at(now), held: 4, pulses: [first.value] }), MENTOR, {
      worth: 'yes',
      onward: 'same',
    })
  const said = { worth: 'yes', at: at('2027-03-15T08:00Z'), changedAt: at('2027-03-15T08:59Z') }
  expect(again('2027-03-15T08:59Z')).toMatchObject({ ok: true, value: { said } })
  expect(again('2027-03-15T09:00Z')).toEqual({
    ok: false,
    refusal: { reason: 'already-said', at: at('2027-03-15T08:00Z') },
  })
})

test('a person who is not asked cannot answer', () => {
  const said = { worth: 'yes', onward: 'same' } as const
  expect(decidePulse(aPair({ held: 1 }), MENTOR, said)).toMatchObject({ refusal: { reason: 'not-found' } })
  expect(decidePulse(aPair({ held: 4 }), MANAGER, said)).toMatchObject({ refusal: { reason: 'not-found' } })
})

test('where the programme asks nobody, nobody is asked and no answer is taken', () => {
  const situation = aPair({ held: 4, policy: { ...DEFAULT_POLICY, pulses: false } })
  const said = { worth: 'yes', onward: 'same' } as const
  expect(phaseOf(situation)).toBe(null)
  expect(questionTo(situation, MENTOR)).toBe(null)
  expect(asksByMail(situation, MENTOR)).toBe(null)
  expect(decidePulse(situation, MENTOR, said)).toMatchObject({ refusal: { reason: 'pulses-off' } })
  expect(decidePulse(situation, MANAGER, said)).toMatchObject({ refusal: { reason: 'not-found' } })
})

const asked: Pulse = { personId: MENTOR, phase: 'midway', askedAt: at('2027-03-14T08:00Z'), said: null }

type Parts = Partial<Situation['programme']> & {
  readonly now?: Situation['now']
  readonly held: number
  readonly pairing?: Situation['pairing']['status']
  readonly pulses?: readonly Pulse[]
}

/** Tom and Claude, paired at midnight on 1 March. */
function aPair({ now = at('2027-03-15T08:00Z'), held, pairing = 'active', pulses = [], ...ending }: Parts) {
  const situation = aSituation({ now })
  return {
    ...situation,
    programme: { ...situation.programme, ...JUST_OPENED, ...ending },
    pairing: { ...situation.pairing, status: pairing },
    pulse: { begun: at('2027-03-01T08:00Z'), held, pulses },
  }
}
