import { expect, test, vi } from 'vitest'

import { comparePaths, isSooner, medianOf } from '../../scripts/simulating/paths/compare.ts'
import { HORIZON, live } from '../../scripts/simulating/paths/life.ts'
import { executivesOf } from '../../scripts/simulating/paths/people.ts'
import { POLICIES } from '../../scripts/simulating/paths/policies.ts'
import { printPaths } from '../../scripts/simulating/paths/print.ts'
import { PRIORS } from '../../scripts/simulating/paths/priors.ts'

/** Fewer than the command lives, for the sake of time. */
const SOME = 250
const figures = comparePaths(1, SOME)

test('four policies are compared under three priors', () => {
  expect(figures.map(({ name, prior }) => `${prior} ${name}`)).toEqual(
    PRIORS.flatMap(({ name: prior }) => POLICIES.map(({ name }) => `${prior} ${name}`)),
  )
  expect([PRIORS.length, POLICIES.length]).toEqual([3, 4])
})

test('with the next steps every format is begun with by somebody, and nobody stands in a dead end', () => {
  for (const seed of [1, 2])
    for (const { unreached, deadEnds, prior } of comparePaths(seed, SOME).filter(
      ({ name }) => name === 'next-steps',
    ))
      expect({ prior, unreached, deadEnds }).toEqual({ prior, unreached: 0, deadEnds: 0 })
})

test('the loop before them had both, so that the count can find them', () => {
  for (const { unreached, deadEnds } of figures.filter(({ name }) => name === 'loop')) {
    expect(unreached).toBeGreaterThan(10)
    expect(deadEnds).toBeGreaterThan(0)
  }
})

test('the same seed gives the same figures, another seed others', () => {
  expect(comparePaths(1, SOME)).toEqual(figures)
  expect(comparePaths(2, SOME)).not.toEqual(figures)
})

test('a median lies in its interval, and within the horizon or just beyond it', () => {
  for (const { sessionsToAim } of figures) {
    const { median, low, high } = sessionsToAim
    expect(low).toBeLessThanOrEqual(median)
    expect(high).toBeGreaterThanOrEqual(median)
    expect(high).toBeLessThanOrEqual(HORIZON + 1)
  }
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5])
})

test('nothing is claimed where two intervals touch', () => {
  const [one] = figures
  if (!one) throw new Error('no figures')
  const of = (low: number, high: number) => ({ ...one, sessionsToAim: { median: low, low, high } })
  expect(isSooner(of(3, 5), of(6, 8))).toBe(true)
  expect(isSooner(of(3, 6), of(6, 8))).toBe(false)
  expect(isSooner(of(6, 8), of(3, 5))).toBe(false)
})

test('a life of next steps repeats nothing more than once, and ends with the closing talk or the horizon', () => {
  const [prior] = PRIORS
  const [policy] = POLICIES
  if (!prior || !policy) throw new Error('nothing to live by')
  for (const executive of executivesOf(prior, 200, 3)) {
    const { begun } = live(executive, prior, policy, 3)
    for (const each of new Set(begun)) expect(begun.filter((other) => other === each).length).toBeLessThan(3)
    expect(begun.length === HORIZON || begun.at(-1) === 'closing-talk').toBe(true)
    expect(begun[0]).toBe('first-meeting')
  }
})

test('the last line is one object with the figures that are promised', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  printPaths(figures, true)
  const last = String(said.mock.calls.at(-1)?.[0])
  said.mockRestore()
  const { policies } = JSON.parse(last) as { policies: readonly object[] }
  expect(policies).toHaveLength(12)
  for (const each of policies)
    expect(Object.keys(each)).toEqual(['name', 'prior', 'sessionsToAim', 'repeats', 'unreached', 'deadEnds'])
})
