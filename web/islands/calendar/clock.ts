const DAY = 24 * 60 * 60_000

/** Days and clocks as the wall shows them: no zone is known here. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}

/** The product's clock as the page told it, walking on from there. */
export function clockFrom(wall: string): () => string {
  const then = Date.parse(`${wall}Z`)
  const loaded = performance.now()
  return () => new Date(then + performance.now() - loaded).toISOString().slice(0, 19)
}
