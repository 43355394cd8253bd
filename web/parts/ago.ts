import type { Locale } from '../../worker/domain/people/person.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../worker/domain/time/time.ts'

/** “2 days ago”, “yesterday”: precise enough for a line of Today. */
export function ago(
  since: Instant,
  { now, locale }: { readonly now: Instant; readonly locale: Locale },
): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const passed = Math.max(0, now - since)
  if (passed < HOUR) return words.format(-Math.floor(passed / MINUTE), 'minute')
  if (passed < DAY) return words.format(-Math.floor(passed / HOUR), 'hour')
  return words.format(-Math.floor(passed / DAY), 'day')
}
