const DAY = 24 * 60 * 60_000

/** Days and times are wall clock; this file knows no zone. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
}

/** The server's clock as the page gave it, running on from there. */
export function clockFrom(wall: string): () => string {
  const then = Date.parse(`${wall}Z`)
  const loaded = performance.now()
  return () => new Date(then + performance.now() - loaded).toISOString().slice(0, 19)
}
