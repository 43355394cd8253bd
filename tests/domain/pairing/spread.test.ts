import { expect, test } from 'vitest'

import { spread } from '../../../worker/domain/pairing/spread.ts'
import { assign } from '../../../worker/domain/plan/assignment.ts'

test('as many as possible are placed, at the lowest cost, as the exact solver of plans says', () => {
  const random = numbers(7)
  for (let round = 0; round < 200; round += 1) {
    const [executives, mentors, step] = [1 + random(7), 1 + random(4), random(4)]
    const costs = Array.from({ length: executives }, () =>
      Float64Array.from({ length: mentors }, () => (random(5) === 0 ? Infinity : random(30))),
    )
    const taken = Array.from({ length: mentors }, () => random(3))
    const most = Array.from({ length: mentors }, () => random(5))

    expect(worth(spread(costs, { taken, most, step }), costs, taken, step)).toEqual(
      exactly(costs, { taken, most, step }),
    )
  }
})

test('nobody is placed where there is no room, or where the pair is not possible', () => {
  const costs = [Float64Array.of(1, Infinity), Float64Array.of(1, Infinity)]

  expect(
    spread(costs, { taken: [0, 0], most: [1, 9], step: 1 }).filter((each) => each === null),
  ).toHaveLength(1)
  expect(spread([], { taken: [], most: [], step: 1 })).toEqual([])
})

/** How many are placed, and at what cost. */
function worth(
  chosen: readonly (number | null)[],
  costs: readonly Float64Array[],
  taken: readonly number[],
  step: number,
) {
  const used = [...taken]
  let [placed, cost] = [0, 0]
  for (const [executive, mentor] of chosen.entries()) {
    if (mentor === null) continue
    placed += 1
    cost += (costs[executive]?.[mentor] ?? 0) + (used[mentor] ?? 0) * step
    used[mentor] = (used[mentor] ?? 0) + 1
  }
  return { placed, cost }
}

/** The same problem with a seat for each place. */
function exactly(
  costs: readonly Float64Array[],
  {
    taken,
    most,
    step,
  }: { readonly taken: readonly number[]; readonly most: readonly number[]; readonly step: number },
) {
  const seats = taken.flatMap((used, mentor) =>
    Array.from({ length: Math.max(0, (most[mentor] ?? 0) - used) }, (_, index) => ({
      mentor,
      cost: (used + index) * step,
    })),
  )
  const choices = costs.map((row) =>
    seats.flatMap(({ mentor, cost }, seat) =>
      row[mentor] === Infinity ? [] : [{ seat, cost: (row[mentor] ?? 0) + cost }],
    ),
  )
  const chosen = assign({ capacities: [], parents: [], seats: seats.map(() => null) }, choices)
  return worth(
    chosen.map((seat) => (seat === null ? null : (seats[seat]?.mentor ?? null))),
    costs,
    taken,
    step,
  )
}

function numbers(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}
