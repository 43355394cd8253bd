import type { Day, Instant, Zone } from '../../../worker/domain/time.ts'
import type { Locale } from '../../../worker/domain/people.ts'
import { formatDay, formatTime, momentWithZone, zoneLabel } from '../moments.ts'

/** How evidence is told to one reader. */
export type Telling = {
  readonly moment: (moment: Instant) => string
  readonly time: (moment: Instant) => string
  readonly day: (day: Day) => string
}

export function tellingTo({ locale, zone }: { readonly locale: Locale; readonly zone: Zone }): Telling {
  return {
    moment: (moment) => momentWithZone(moment, { zone, locale }),
    time: (moment) => `${formatTime(moment, { zone, locale })} (${zoneLabel(zone, locale, moment)})`,
    day: (day) => formatDay(day, { zone, locale }),
  }
}
