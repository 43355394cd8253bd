import { dayNumber, dayText } from './dates.ts'
import { DAY, type Instant, instant } from './time.ts'

/** The beginning of the UTC month in which a moment lies: where the last whole month before it ends. */
export function monthOf(moment: Instant): Instant {
  const day = dayText(Math.floor(moment / DAY))
  return instant(dayNumber(`${day.slice(0, 8)}01`) * DAY)
}
