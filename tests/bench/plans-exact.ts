import { chanceOf } from '../../scripts/simulating/random.ts'
import { assign, type SeatChoice, type Seating } from '../../worker/domain/plan/assignment.ts'

type Requests = readonly (readonly SeatChoice[])[]

/** Compares plans for three mentors in two weeks with every possible seating. Throws when ours is worse. */
export function checkPlans(): void {
  for (let round = 0; round < 200; round += 1) {
    const { seating, requests } = caseOf(round)
    const found = valueOf(requests, assign(seating, requests))
    if (found !== bestOf(seating, requests)) throw new Error(`Case ${round} could be seated better`)
  }
}

function caseOf(round: number): { readonly seating: Seating; readonly requests: Requests } {
  const chance = chanceOf(11, `case ${round}`)
  const whole = (most: number) => Math.floor(chance.between(0, most + 1))
  const seats = Array.from({ length: 3 + whole(3) }, () => (chance.of(0.2) ? null : whole(3)))
  const capacities = Array.from({ length: 6 }, () => 1 + whole(2))
  const requests = Array.from({ length: 2 + whole(3) }, () =>
    seats.flatMap((_, seat) => (chance.of(0.5) ? [{ seat, cost: whole(12) }] : [])),
  )
  return { seating: { capacities, parents: [4, 4, 5, null, null, null], seats }, requests }
}

/** One number: as many as possible first, then as cheap as possible. */
function valueOf(requests: Requests, taken: readonly (number | null)[]): number {
  return taken.reduce<number>((sum, seat, index) => {
    const cost = requests[index]?.find((each) => each.seat === seat)?.cost
    return cost === undefined ? sum : sum + 1000 - cost
  }, 0)
}

function bestOf(seating: Seating, requests: Requests): number {
  const tryFrom = (index: number, taken: readonly (number | null)[]): number => {
    if (!isAllowed(seating, taken)) return -1
    if (index === requests.length) return valueOf(requests, taken)
    const seats = [null, ...(requests[index] ?? []).map(({ seat }) => seat)]
    return Math.max(...seats.map((seat) => tryFrom(index + 1, [...taken, seat])))
  }
  return tryFrom(0, [])
}

function isAllowed({ seats, parents, capacities }: Seating, taken: readonly (number | null)[]): boolean {
  const sat = taken.filter((seat) => seat !== null)
  const used = capacities.map(() => 0)
  for (const seat of sat)
    for (let place = seats[seat] ?? null; place !== null; place = parents[place] ?? null)
      used[place] = (used[place] ?? 0) + 1
  return new Set(sat).size === sat.length && used.every((count, place) => count <= (capacities[place] ?? 0))
}
