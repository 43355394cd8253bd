import { emptyQueue } from './queue.ts'

/** Seats that requests may take. A seat lies in a place (a mentor's day), which may lie in another (his week). */
export type Seating = {
  /** How many each place takes; a seat takes one and is no place. */
  readonly capacities: readonly number[]
  /** The place each place lies in; null for the outermost. */
  readonly parents: readonly (number | null)[]
  /** The place each seat lies in; null where nothing limits it. */
  readonly seats: readonly (number | null)[]
}

/** `cost` is whole and not negative. */
export type Choice = { readonly seat: number; readonly cost: number }

/**
 * The seat of each request, or null: as many as possible are seated, and of all such seatings none costs less.
 * Shortest augmenting paths with potentials, a request at a time (Edmonds & Karp 1972): exact, and most paths are short.
 */
export function assign(seating: Seating, requests: readonly (readonly Choice[])[]): (number | null)[] {
  const network = openNetwork(seating, requests)
  for (let request = 0; request < requests.length; request += 1) augment(network, request)
  return requests.map((_, request) => network.seatOf[request] ?? null)
}

/** Nodes are numbered: requests first, then seats, then places. The way out of a node that has no parent is the exit. */
type Network = {
  readonly requests: readonly (readonly Choice[])[]
  readonly seatOf: (number | null)[]
  readonly costOf: number[]
  readonly requestAt: (number | null)[]
  readonly firstSeat: number
  readonly firstPlace: number
  readonly parent: readonly (number | null)[]
  readonly children: readonly (readonly number[])[]
  readonly capacity: readonly number[]
  readonly used: number[]
  readonly potential: Float64Array
  /** What leaving somebody out costs: more than all that seating everybody could. */
  readonly leftOut: number
}

function openNetwork({ capacities, parents, seats }: Seating, requests: Network['requests']): Network {
  const firstSeat = requests.length
  const firstPlace = firstSeat + seats.length
  const count = firstPlace + capacities.length
  const above = [...requests.map(() => null), ...seats, ...parents]
  const parent = above.map((place) => (place === null ? null : firstPlace + place))
  const children = Array.from({ length: count }, (): number[] => [])
  for (const [node, place] of parent.entries()) if (place !== null) children[place]?.push(node)
  const dearest = requests.reduce(
    (most, choices) => choices.reduce((sum, { cost }) => Math.max(sum, cost), most),
    0,
  )
  return {
    requests,
    seatOf: requests.map(() => null),
    costOf: requests.map(() => 0),
    requestAt: seats.map(() => null),
    firstSeat,
    firstPlace,
    parent,
    children,
    capacity: [...requests.map(() => 0), ...seats.map(() => 1), ...capacities],
    used: Array.from({ length: count }, () => 0),
    potential: new Float64Array(count),
    leftOut: (dearest + 1) * (requests.length + 1),
  }
}

/** Seats one request more, moving others where that is the cheapest way; leaves somebody out where there is none. */
function augment(network: Network, request: number): void {
  const { potential } = network
  const distance = new Map([[request, 0]])
  const cameFrom = new Map<number, number>()
  const done = new Set<number>()
  const queue = emptyQueue()
  let shortest = Infinity
  let last = request
  queue.push(request, 0)
  for (let node = queue.pop(); node !== null; node = queue.pop()) {
    const here = distance.get(node) ?? 0
    if (here >= shortest) break
    if (done.has(node)) continue
    done.add(node)

    const raised = here + (potential[node] ?? 0)
    if (raised + exitCost(network, node) < shortest) {
      shortest = raised + exitCost(network, node)
      last = node
    }
    forEachWay(network, node, (next, cost) => {
      const there = raised + cost - (potential[next] ?? 0)
      if (there >= shortest || there >= (distance.get(next) ?? Infinity)) return
      distance.set(next, there)
      cameFrom.set(next, node)
      queue.push(next, there)
    })
  }
  for (const node of done)
    potential[node] = (potential[node] ?? 0) + Math.min(0, (distance.get(node) ?? 0) - shortest)
  follow(network, cameFrom, last)
}

function exitCost({ firstSeat, parent, used, capacity, leftOut }: Network, node: number): number {
  if (node < firstSeat) return leftOut
  return parent[node] === null && (used[node] ?? 0) < (capacity[node] ?? 0) ? 0 : Infinity
}

/** Where one may go on from a node: forward while there is room, back along what is taken. */
function forEachWay(network: Network, node: number, go: (next: number, cost: number) => void): void {
  const { requests, requestAt, seatOf, costOf, firstSeat, firstPlace, parent, children, capacity, used } =
    network
  if (node < firstSeat) {
    for (const { seat, cost } of requests[node] ?? []) if (seatOf[node] !== seat) go(firstSeat + seat, cost)
    return
  }
  const above = parent[node] ?? null
  if (above !== null && (used[node] ?? 0) < (capacity[node] ?? 0)) go(above, 0)
  if (node >= firstPlace) for (const below of children[node] ?? []) if ((used[below] ?? 0) > 0) go(below, 0)
  const sitting = node < firstPlace ? (requestAt[node - firstSeat] ?? null) : null
  if (sitting !== null) go(sitting, -(costOf[sitting] ?? 0))
}

/** Walks the path back from its last node, and moves everybody along it. */
function follow(network: Network, cameFrom: ReadonlyMap<number, number>, last: number): void {
  const { firstSeat, parent, used } = network
  if (last < firstSeat) stand(network, last)
  else used[last] = (used[last] ?? 0) + 1
  for (
    let node = last, from = cameFrom.get(node);
    from !== undefined;
    node = from, from = cameFrom.get(node)
  ) {
    if (from < firstSeat) sit(network, from, node - firstSeat)
    else if (parent[from] === node) used[from] = (used[from] ?? 0) + 1
    else if (node >= firstSeat) used[node] = (used[node] ?? 0) - 1
  }
}

function sit(network: Network, request: number, seat: number): void {
  stand(network, request)
  network.seatOf[request] = seat
  network.requestAt[seat] = request
  network.costOf[request] = network.requests[request]?.find((choice) => choice.seat === seat)?.cost ?? 0
}

function stand({ seatOf, requestAt }: Network, request: number): void {
  const seat = seatOf[request] ?? null
  seatOf[request] = null
  if (seat !== null && requestAt[seat] === request) requestAt[seat] = null
}
