import type { AppContext } from '../context.ts'

/** Below which line of the log a page begins; null: with the latest. */
export function beforeIn(c: AppContext): number | null {
  const text = c.req.query('before') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}
