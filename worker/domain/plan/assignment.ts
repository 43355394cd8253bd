import { emptyQueue } from './queue.ts'

/** Seats that requests can take. A seat may lie in a place (a mentor's day), which may lie in another (his week). */
export type Seating = {
  /** How many seats each place allows. A seat is not a place and allows one. */
  readonly capacities: readonly number[]
  /** The place that contains each place; null for an outermost one. */
  readonly parents: readonly (number | null)[]
  /** The place that contains each seat; null if nothing limits it. */
  readonly seats: readonly (number | null)[]
}

/** `cost` is a whole number, not negative; the sum of all costs is far below `LEFT_OUT_COST`. */
export type SeatChoice = { readonly seat: number; readonly cost: number }

/** More choices for each request, each costing at least `least`. They are read only if nothing cheaper is left. */
export type Dearer = {
  readonly least: number
  readonly choicesOf: (request: number) => readonly SeatChoice[]
}

/**
 * The seat of each request, or null: as many seats as possible, at the lowest total cost. Successive shortest paths
 * with potentials, one request at a time (Edmonds & Karp 1972): exact, and most paths are short.
 */
export function assign(
  seating: Seating,
  requests: readonly (readonly SeatChoice[])[],
  dearer: Dearer | null = null,
): (number | null)[] {
  const network = openNetwork(seating, requests, dearer)
  for (let request = 0; request < requests.length; request += 1) augment(network, request)
  return requests.map((_, request) => network.seatOf[request] ?? null)
}

/** The cost of leaving a request out: more than the cost of seating all of them. */
const LEFT_OUT_COST = 2 ** 40

/**
 * Node numbers: requests first, then seats, places, and one gate per request, which leads to its dearer choices. A seat
 * or place that is in no other place leads to the exit.
 */
type Network = {
  readonly requests: readonly (readonly SeatChoice[])[]
  readonly dearer: Dearer | null
  readonly seatOf: (number | null)[]
  readonly costOf: number[]
  readonly requestAt: (number | null)[]
  readonly firstSeat: number
  readonly firstPlace: number
  readonly firstGate: number
  readonly parent: readonly (number | null)[]
  readonly children: readonly (readonly number[])[]
  readonly capacity: readonly number[]
  readonly used: number[]
  readonly potential: Float64Array
}

function openNetwork(
  { capacities, parents, seats }: Seating,
  requests: Network['requests'],
  dearer: Dearer | null,
): Network {
  const firstSeat = requests.length
  const firstPlace = firstSeat + seats.length
  const firstGate = firstPlace + capacities.length
  const above = [...requests.map(() => null), ...seats, ...parents]
  const parent = above.map((place) => (place === null ? null : firstPlace + place))
  const children = parent.map((): number[] => [])
  for (const [node, place] of parent.entries()) if (place !== null) children[place]?.push(node)
  return {
    requests,
    dearer,
    seatOf: requests.map(() => null),
    costOf: requests.map(() => 0),
    requestAt: seats.map(() => null),
    firstSeat,
    firstPlace,
    firstGate,
    parent,
    children,
    capacity: [...requests.map(() => 0), ...seats.map(() => 1), ...capacities],
    used: parent.map(() => 0),
    potential: new Float64Array(firstGate + requests.length),
  }
}

/** Seats one more request, and moves others if that is cheapest. If nobody can be moved, one request is left out. */
function augment(network: Network, request: number): void {
  const { potential } = network
  const distance = new Float64Array(potential.length).fill(Infinity)
  const cameFrom = new Int32Array(potential.length).fill(NOWHERE)
  const done = new Set<number>()
  const queue = emptyQueue()
  let shortest = Infinity
  let last = request
  distance[request] = 0
  queue.push(request, 0)
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    const from = node
    const here = distance[from] ?? 0
    if (here >= shortest) break
    if (done.has(from)) continue
    done.add(from)

    const raised = here + (potential[from] ?? 0)
    if (raised + exitCost(network, from) < shortest) {
      shortest = raised + exitCost(network, from)
      last = from
    }
    forEachWay(network, from, (next, cost) => {
      const there = raised + cost - (potential[next] ?? 0)
      if (there >= shortest || there >= (distance[next] ?? 0)) return
      distance[next] = there
      cameFrom[next] = from
      queue.push(next, there)
    })
  }
  for (const node of done)
    potential[node] = (potential[node] ?? 0) + Math.min(0, (distance[node] ?? 0) - shortest)
  applyPath(network, cameFrom, last)
}

const NOWHERE = -1

function exitCost({ firstSeat, firstGate, parent, used, capacity }: Network, node: number): number {
  if (node < firstSeat) return LEFT_OUT_COST
  const isOutermost = node < firstGate && parent[node] === null
  return isOutermost && (used[node] ?? 0) < (capacity[node] ?? 0) ? 0 : Infinity
}

/** The edges from a node: forward while there is room, backward along taken ones. */
function forEachWay(network: Network, node: number, go: (next: number, cost: number) => void): void {
  const { requestAt, costOf, firstSeat, firstPlace, firstGate, parent, children, capacity, used } = network
  if (node < firstSeat || node >= firstGate) return forEachChoice(network, node, go)

  const above = parent[node] ?? null
  if (above !== null && (used[node] ?? 0) < (capacity[node] ?? 0)) go(above, 0)
  if (node >= firstPlace) for (const below of children[node] ?? []) if ((used[below] ?? 0) > 0) go(below, 0)
  const seated = node < firstPlace ? (requestAt[node - firstSeat] ?? null) : null
  if (seated !== null) go(seated, -(costOf[seated] ?? 0))
}

/** The edges from a request to its seats and its gate, and from the gate to the dearer seats. */
function forEachChoice(
  { requests, dearer, seatOf, firstSeat, firstGate }: Network,
  node: number,
  go: (next: number, cost: number) => void,
): void {
  if (node >= firstGate) {
    for (const { seat, cost } of dearer?.choicesOf(node - firstGate) ?? [])
      go(firstSeat + seat, cost - (dearer?.least ?? 0))
    return
  }
  for (const { seat, cost } of requests[node] ?? []) if (seatOf[node] !== seat) go(firstSeat + seat, cost)
  if (dearer) go(firstGate + node, dearer.least)
}

/** Follows the path back from its last node and moves every request on it. */
function applyPath(network: Network, cameFrom: Int32Array, last: number): void {
  const { firstSeat, firstGate, parent, used } = network
  if (last < firstSeat) leaveSeat(network, last)
  else used[last] = (used[last] ?? 0) + 1
  for (
    let node = last, from = cameFrom[node] ?? NOWHERE;
    from !== NOWHERE;
    node = from, from = cameFrom[node] ?? NOWHERE
  ) {
    if (node >= firstGate) continue
    if (from >= firstGate) takeSeat(network, from - firstGate, node - firstSeat)
    else if (from < firstSeat) takeSeat(network, from, node - firstSeat)
    else if (parent[from] === node) used[from] = (used[from] ?? 0) + 1
    else if (node >= firstSeat) used[node] = (used[node] ?? 0) - 1
  }
}

function takeSeat(network: Network, request: number, seat: number): void {
  leaveSeat(network, request)
  network.seatOf[request] = seat
  network.requestAt[seat] = request
  network.costOf[request] = costAt(network, request, seat)
}

function costAt({ requests, dearer }: Network, request: number, seat: number): number {
  const isIt = (choice: SeatChoice): boolean => choice.seat === seat
  const choice = requests[request]?.find(isIt) ?? dearer?.choicesOf(request).find(isIt)
  return choice?.cost ?? 0
}

function leaveSeat({ seatOf, requestAt }: Network, request: number): void {
  const seat = seatOf[request] ?? null
  seatOf[request] = null
  if (seat !== null && requestAt[seat] === request) requestAt[seat] = null
}
