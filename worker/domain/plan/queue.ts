/** A priority queue, smallest distance first: a binary heap in two parallel lists. */
export type Queue = {
  readonly push: (item: number, distance: number) => void
  /** Null if it is empty. */
  readonly pop: () => number | null
}

export function emptyQueue(): Queue {
  const items: number[] = []
  const distances: number[] = []

  function push(item: number, distance: number): void {
    let at = items.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if ((distances[above] ?? 0) <= distance) break
      put(at, items[above] ?? 0, distances[above] ?? 0)
      at = above
    }
    put(at, item, distance)
  }

  function pop(): number | null {
    const first = items[0]
    const item = items.pop()
    const distance = distances.pop() ?? 0
    if (first === undefined || item === undefined) return null
    if (items.length > 0) sink(item, distance)
    return first
  }

  function sink(item: number, distance: number): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const below = (distances[left + 1] ?? Infinity) < (distances[left] ?? Infinity) ? left + 1 : left
      if ((distances[below] ?? Infinity) >= distance) break
      put(at, items[below] ?? 0, distances[below] ?? 0)
      at = below
    }
    put(at, item, distance)
  }

  function put(at: number, item: number, distance: number): void {
    items[at] = item
    distances[at] = distance
  }

  return { push, pop }
}
