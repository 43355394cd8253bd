import { expect, test } from 'vitest'

import { decideOffer } from '../../../worker/domain/offer/make.ts'
import { isNameless } from '../../../worker/domain/people/permission.ts'
import type { Blocker } from '../../../worker/domain/people/person.ts'
import { PRESETS, rulesOf } from '../../../worker/domain/people/presets.ts'
import { askedOf, placeOf, type Situation } from '../../../worker/domain/situation.ts'
import { aPerson, aSituation } from '../../support/situations.ts'
import { aDiary, at } from '../../support/times.ts'

const having = (blockers: readonly Blocker[], parts: Partial<Situation['executive']> = {}): Situation =>
  aSituation({ executive: aPerson('per_executive', { name: 'Claude Bernard', blockers, ...parts }) })

test('every blocker sets something', () => {
  expect(Object.values(PRESETS).every((preset) => Object.keys(preset).length > 0)).toBe(true)
})

test('what is written for a person counts before what his blockers set', () => {
  expect(rulesOf({ blockers: ['booked'], rules: {} })).toMatchObject({ minutes: 25, ahead: 5 })
  expect(rulesOf({ blockers: ['booked'], rules: { minutes: 45 } })).toMatchObject({ minutes: 45, ahead: 5 })
  expect(rulesOf({ blockers: [], rules: {} })).toEqual({})
})

test('of two blockers that set the same, the first listed counts', () => {
  expect(rulesOf({ blockers: ['booked', 'bottleneck'], rules: {} })).toMatchObject({
    minutes: 25,
    nudges: false,
  })
  expect(rulesOf({ blockers: ['bottleneck', 'booked'], rules: {} })).toMatchObject({
    minutes: 30,
    nudges: true,
  })
})

test('handled: the assistant never reads the mentor’s name, unless it is said that she may', () => {
  expect(isNameless(having(['handled']).executive)).toBe(true)
  expect(isNameless(having(['handled'], { rules: { mentorHidden: false } }).executive)).toBe(false)
})

test('an executive who answers himself is asked himself, even with an assistant', () => {
  const assistants = [aPerson('per_assistant', { name: 'Odile Marchand' })]
  expect(askedOf({ ...having([]), assistants }).id).toBe('per_assistant')
  expect(askedOf({ ...having([], { rules: { answers: 'executive' } }), assistants }).id).toBe('per_executive')
})

test('on the go: by telephone, where no other place is named and the number is known', () => {
  const rules = { phone: '+33 1 23 45 67 89' }
  expect(placeOf(having(['on-the-go'], { rules }), null)).toEqual({ kind: 'phone', number: rules.phone })
  expect(placeOf(having(['on-the-go']), null)).toBeNull()
  expect(placeOf(having(['on-the-go'], { rules }), { place: { kind: 'room', room: '4.12' } })).toMatchObject({
    kind: 'room',
  })
})

test('booked: the first times lie five working days ahead; what was given up may be made up for sooner', () => {
  const diary = aDiary({ now: at('2027-03-15T08:00Z') })
  const situation = having(['booked'])
  const offer = decideOffer(
    situation,
    diary,
    { offerId: 'off_1', sessionId: 'ses_1', minutes: null, count: 3 },
    BY,
  )
  const starts = offer.ok
    ? (offer.value.sessions[0]?.after.offer?.options ?? []).map(({ start }) => start)
    : []
  expect(starts).toHaveLength(3)
  expect(Math.min(...starts)).toBeGreaterThanOrEqual(at('2027-03-22T00:00Z') - 3_600_000)

  const [first] = offer.ok ? offer.value.sessions : []
  const session = first ? { ...first.after, bumps: 1 } : null
  const again = decideOffer(
    { ...situation, session },
    diary,
    { offerId: 'off_2', sessionId: 'ses_1', minutes: null, count: 3 },
    BY,
  )
  const sooner = again.ok
    ? (again.value.sessions[0]?.after.offer?.options ?? []).map(({ start }) => start)
    : []
  expect(Math.min(...sooner)).toBeLessThan(at('2027-03-22T00:00Z') - 3_600_000)
})

const BY = { id: 'per_manager', door: 'manager' } as const
