import fc from 'fast-check'
import { expect, test } from 'vitest'

import { assign, type SeatChoice, type Seating } from '../../../worker/domain/plan/assignment.ts'

test('a request with a choice gives way to one without', () => {
  const seating = { capacities: [], parents: [], seats: [null, null] }
  const first = [choice(0, 1), choice(1, 9)]
  const second = [choice(0, 5)]

  expect(assign(seating, [first, second])).toEqual([1, 0])
})

test('a full day sends somebody to another day, and not farther than needed', () => {
  const seating = { capacities: [1, 1], parents: [null, null], seats: [0, 0, 1] }
  const anywhere = [choice(0, 0), choice(1, 0), choice(2, 4)]

  expect(assign(seating, [anywhere, anywhere, anywhere]).filter((seat) => seat !== null)).toHaveLength(2)
  expect(costOf([anywhere, anywhere], assign(seating, [anywhere, anywhere]))).toBe(4)
})

test('a day full within a full week moves somebody who could meet in another week', () => {
  const seating = { capacities: [1, 1, 1, 5], parents: [2, 2, null, null], seats: [0, 1, 3] }
  const flexible = [choice(0, 0), choice(2, 3)]
  const bound = [choice(1, 0)]

  expect(assign(seating, [flexible, bound])).toEqual([2, 1])
})

test('as many as possible are seated, and none of all such seatings costs less', () => {
  fc.assert(
    fc.property(anyCase(), ({ seating, requests }) => {
      const seats = assign(seating, requests)
      expect(isAllowed(seating, requests, seats)).toBe(true)

      const best = bestOf(seating, requests)
      const seated = seats.filter((seat) => seat !== null).length
      expect({ seated, cost: costOf(requests, seats) }).toEqual(best)
    }),
    { numRuns: 2000 },
  )
})

test('looking up expensive choices lazily gives seatings that are no worse', () => {
  fc.assert(
    fc.property(anyCase(), fc.integer({ min: 0, max: 13 }), ({ seating, requests }, least) => {
      const cheap = requests.map((choices) => choices.filter(({ cost }) => cost < least))
      const dear = requests.map((choices) => choices.filter(({ cost }) => cost >= least))
      const seats = assign(seating, cheap, { least, choicesOf: (request) => dear[request] ?? [] })
      const seated = seats.filter((seat) => seat !== null).length

      expect(isAllowed(seating, requests, seats)).toBe(true)
      expect({ seated, cost: costOf(requests, seats) }).toEqual(bestOf(seating, requests))
    }),
    { numRuns: 2000 },
  )
})

test('expensive choices are not looked up while everybody finds a cheaper one', () => {
  const seating = { capacities: [], parents: [], seats: [null, null] }
  const asked: number[] = []
  const dearer = { least: 50, choicesOf: (request: number) => (asked.push(request), [choice(1, 50)]) }

  expect(assign(seating, [[choice(0, 3)], [choice(0, 1), choice(1, 9)]], dearer)).toEqual([0, 1])
  expect(asked).toEqual([])
  expect(assign(seating, [[choice(0, 3)], [choice(0, 1)]], dearer)).toEqual([1, 0])
  expect(asked.length).toBeGreaterThan(0)
})

function choice(seat: number, cost: number): SeatChoice {
  return { seat, cost }
}

type Case = { readonly seating: Seating; readonly requests: readonly (readonly SeatChoice[])[] }

/** Up to five requests for up to six seats in four days of two weeks. */
function anyCase(): fc.Arbitrary<Case> {
  const place = fc.constantFrom(null, 0, 1, 2, 3)
  const seats = fc.array(place, { minLength: 1, maxLength: 6 })
  return seats.chain((places) => {
    const anyChoice = fc.record({ seat: fc.nat(places.length - 1), cost: fc.nat(12) })
    return fc.record({
      seating: fc.record({
        capacities: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
        parents: fc.constant([4, 4, 5, null, null, null]),
        seats: fc.constant(places),
      }),
      requests: fc.array(fc.uniqueArray(anyChoice, { selector: ({ seat }) => seat, maxLength: 6 }), {
        maxLength: 5,
      }),
    })
  })
}

function isAllowed(
  { seats, parents, capacities }: Seating,
  requests: Case['requests'],
  taken: readonly (number | null)[],
) {
  const used = capacities.map(() => 0)
  for (const seat of taken) {
    if (seat === null) continue
    for (let place = seats[seat] ?? null; place !== null; place = parents[place] ?? null)
      used[place] = (used[place] ?? 0) + 1
  }
  const sat = taken.filter((seat) => seat !== null)
  const isWanted = taken.every(
    (seat, index) => seat === null || requests[index]?.some((each) => each.seat === seat),
  )
  return (
    isWanted &&
    new Set(sat).size === sat.length &&
    used.every((count, place) => count <= (capacities[place] ?? 0))
  )
}

/** Tries every possible seating. */
function bestOf(
  seating: Seating,
  requests: Case['requests'],
): { readonly seated: number; readonly cost: number } {
  let best = { seated: 0, cost: 0 }
  const tryFrom = (index: number, taken: readonly (number | null)[]): void => {
    if (!isAllowed(seating, requests, taken)) return
    const seated = taken.filter((seat) => seat !== null).length
    const cost = costOf(requests, taken)
    if (index === requests.length) {
      if (seated > best.seated || (seated === best.seated && cost < best.cost)) best = { seated, cost }
      return
    }
    for (const { seat } of requests[index] ?? []) tryFrom(index + 1, [...taken, seat])
    tryFrom(index + 1, [...taken, null])
  }
  tryFrom(0, [])
  return best
}

function costOf(requests: Case['requests'], taken: readonly (number | null)[]): number {
  return taken.reduce<number>(
    (sum, seat, index) => sum + (requests[index]?.find((each) => each.seat === seat)?.cost ?? 0),
    0,
  )
}
