import { RATE_LIMITS } from '../worker/domain/rate-limits.ts'
import { DAY, HOUR, MINUTE } from '../worker/domain/time/time.ts'
import { placed } from './made-part.ts'

/** How often what may be done, as Markdown. */
function rateLimitTable(): string {
  const rows = Object.values(RATE_LIMITS).map(
    ({ what, per, most, windowMs, beyond, harmless }) =>
      `| ${what} | ${per} | ${most} in ${spanText(windowMs)} | ${beyond} | ${harmless} |`,
  )
  return [
    '| what | for each | at most | beyond it | why it harms nobody else |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function spanText(ms: number): string {
  const [count, unit] =
    ms < HOUR ? [ms / MINUTE, 'minute'] : ms < DAY ? [ms / HOUR, 'hour'] : [ms / DAY, 'day']
  return count === 1 ? `${unit === 'hour' ? 'an' : 'a'} ${unit}` : `${count} ${unit}s`
}

/** The page with the table in its place. */
export function withRateLimitTable(page: string): string {
  return placed(page, 'rate limits', rateLimitTable())
}
