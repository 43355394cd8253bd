import { Temporal } from 'temporal-polyfill'

import { instant } from '../../worker/domain/time/time.ts'
import type { Instant, Zone } from '../../worker/domain/time/time.ts'
import { at } from './times.ts'

/** A moment at which a zone changes its clocks, by Temporal. */
export type ClockChange = { readonly zone: Zone; readonly moment: Instant }

export const ZONES: readonly Zone[] = Intl.supportedValuesOf('timeZone')

/** The changes of every IANA zone to the end of 2031; one ordinary moment for a zone without changes. */
export function clockChangesOfAllZones(): ClockChange[] {
  return ZONES.flatMap((zone) => changesOf(zone).map((moment) => ({ zone, moment })))
}

const FROM = at('2026-11-01T00:00Z')
const UNTIL = at('2032-01-01T00:00Z')

function changesOf(zone: Zone): Instant[] {
  const changes: Instant[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone)
  for (;;) {
    const next = moment.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= UNTIL) return changes.length > 0 ? changes : [FROM]
    changes.push(instant(next.epochMilliseconds))
    moment = next
  }
}
