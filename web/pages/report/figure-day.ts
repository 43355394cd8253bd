import { dayText } from '../../../worker/domain/time/dates.ts'
import { before, DAY, type Instant } from '../../../worker/domain/time/time.ts'
import { formatDay } from '../../words/moments.ts'
import type { MomentReader } from '../../words/moments.ts'

/** The last day that a figure counts: a month ends where the next one begins. */
export function dayBefore(until: Instant, reader: MomentReader): string {
  return formatDay(dayText(Math.floor(before(until, DAY) / DAY)), reader)
}
