/** What one more place with each mentor costs, and how many there are. Costs are whole numbers. */
export type Places = {
  /** How many places of a mentor are taken already. */
  readonly taken: readonly number[]
  readonly most: readonly number[]
  /** Each taken place makes the next one dearer by this, so that the load is shared. */
  readonly step: number
}

/**
 * The mentor of each executive, by index, or null: as many executives as possible, at the lowest total cost. `costs` has a
 * row for each executive with a cost for each mentor, Infinity where the two cannot be paired. Successive shortest paths
 * with potentials among the mentors (Edmonds & Karp 1972): a path says who moves over to make room.
 */
export function spread(costs: readonly Float64Array[], places: Places): readonly (number | null)[] {
  const nobody = places.taken.length
  const state = emptyState(
    costs.map((row) => Float64Array.of(...row, LEFT_OUT_COST)),
    { ...places, taken: [...places.taken, 0], most: [...places.most, Infinity] },
  )
  for (const executive of costs.keys()) admit(state, executive)
  return state.mentorOf.map((mentor) => (mentor === nobody ? null : mentor))
}

/** The last column stands for nobody: more than all others cost together, and room for everybody. */
const LEFT_OUT_COST = 2 ** 40

type State = Places & {
  readonly costs: readonly Float64Array[]
  readonly mentors: number
  readonly seated: readonly Set<number>[]
  readonly mentorOf: number[]
  /** For two mentors: what the cheapest move of an executive from one to the other costs, and whose it is. */
  readonly moves: Float64Array
  readonly movers: Int32Array
  /** What has been paid so far on the way to each mentor; the last is that of a place. With it no move costs less than 0. */
  readonly potentials: Float64Array
}

function emptyState(costs: readonly Float64Array[], places: Places): State {
  const mentors = places.taken.length
  return {
    ...places,
    costs,
    mentors,
    seated: places.taken.map(() => new Set<number>()),
    mentorOf: costs.map(() => mentors - 1),
    moves: new Float64Array(mentors * mentors).fill(Infinity),
    movers: new Int32Array(mentors * mentors).fill(-1),
    potentials: new Float64Array(mentors + 1),
  }
}

function admit(state: State, executive: number): void {
  const { mentors, movers } = state
  const { previous, end } = findPath(state, executive)
  const touched = [end]
  let last = end
  for (let before = previous[last] ?? -1; before >= 0; before = previous[last] ?? -1) {
    seat(state, movers[before * mentors + last] ?? -1, last)
    last = before
    touched.push(last)
  }
  seat(state, executive, last)
  for (const mentor of touched) findMoves(state, mentor)
}

function seat({ seated, mentorOf }: State, executive: number, mentor: number): void {
  seated[mentorOf[executive] ?? -1]?.delete(executive)
  seated[mentor]?.add(executive)
  mentorOf[executive] = mentor
}

/** Dijkstra, until no nearer mentor can lead to a cheaper place. */
function findPath(state: State, executive: number) {
  const { costs, mentors, potentials } = state
  const distances = Float64Array.from(
    { length: mentors },
    (_, mentor) => (costs[executive]?.[mentor] ?? Infinity) - (potentials[mentor] ?? 0),
  )
  const previous = new Int32Array(mentors).fill(-1)
  const settled = new Uint8Array(mentors)
  let [end, least] = [mentors - 1, Infinity]
  for (;;) {
    const nearest = nearestOf(distances, settled)
    const distance = distances[nearest] ?? Infinity
    if (distance >= least) break
    settled[nearest] = 1
    const total = distance + costOfPlace(state, nearest)
    if (total < least) [end, least] = [nearest, total]
    relax(state, nearest, distances, previous)
  }
  for (let mentor = 0; mentor < mentors; mentor += 1)
    potentials[mentor] = (potentials[mentor] ?? 0) + Math.min(distances[mentor] ?? Infinity, least)
  potentials[mentors] = (potentials[mentors] ?? 0) + least
  return { previous, end }
}

/** −1 if all are settled. */
function nearestOf(distances: Float64Array, settled: Uint8Array): number {
  let [nearest, least] = [-1, Infinity]
  for (let mentor = 0; mentor < distances.length; mentor += 1) {
    const distance = distances[mentor] ?? Infinity
    if (settled[mentor] === 1 || distance >= least) continue
    nearest = mentor
    least = distance
  }
  return nearest
}

function costOfPlace({ taken, most, step, seated, mentors, potentials }: State, mentor: number): number {
  const used = (taken[mentor] ?? 0) + (seated[mentor]?.size ?? 0)
  return used < (most[mentor] ?? 0)
    ? used * step + (potentials[mentor] ?? 0) - (potentials[mentors] ?? 0)
    : Infinity
}

function relax(
  { mentors, moves, seated, potentials }: State,
  from: number,
  distances: Float64Array,
  previous: Int32Array,
): void {
  if (seated[from]?.size === 0) return
  const so = (distances[from] ?? Infinity) + (potentials[from] ?? 0)
  for (let to = 0, at = from * mentors; to < mentors; to += 1, at += 1) {
    const via = so + (moves[at] ?? Infinity) - (potentials[to] ?? 0)
    if (via >= (distances[to] ?? Infinity)) continue
    distances[to] = via
    previous[to] = from
  }
}

function findMoves({ mentors, seated, costs, moves, movers }: State, from: number): void {
  const first = from * mentors
  moves.fill(Infinity, first, first + mentors)
  for (const executive of seated[from] ?? []) {
    const own = costs[executive]
    const here = own?.[from] ?? Infinity
    for (let to = 0; to < mentors; to += 1) {
      const move = (own?.[to] ?? Infinity) - here
      if (to === from || move >= (moves[first + to] ?? Infinity)) continue
      moves[first + to] = move
      movers[first + to] = executive
    }
  }
}
