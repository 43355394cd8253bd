import type { PersonId } from '../../../worker/domain/ids.ts'
import type { Locale } from '../../../worker/domain/people/person.ts'
import type { Day, Instant, Zone } from '../../../worker/domain/time/time.ts'
import { formatDay, formatTime, momentWithZone, zoneLabel } from '../moments.ts'

type Reader = { readonly locale: Locale; readonly zone: Zone }

/** How evidence is worded for one reader. */
export type Telling = {
  readonly moment: (moment: Instant) => string
  readonly time: (moment: Instant) => string
  readonly day: (day: Day) => string
  /** The names; null when the reader may not know them, or the page does not show them. */
  readonly mentor: string | null
  readonly executive: string | null
  /** Who answered before. */
  readonly answerer: string | null
  /** Whoever did something; null: nobody did, or the name is not known. */
  readonly nameOf: (id: PersonId | null) => string | null
}

/** The two whose diaries were judged, and who answered first; null when the reader may not know, or it is nobody. */
export type Names = Pick<Telling, 'mentor' | 'executive' | 'answerer'> & {
  /** Those who did something that a refusal names. */
  readonly actors?: ReadonlyMap<PersonId, string>
}

export function tellingTo({ locale, zone }: Reader, names: Names | null): Telling {
  return {
    moment: (moment) => momentWithZone(moment, { zone, locale }),
    time: (moment) => `${formatTime(moment, { zone, locale })}, ${zoneLabel(zone, locale, moment)}`,
    day: (day) => formatDay(day, { zone, locale }),
    mentor: names?.mentor ?? null,
    executive: names?.executive ?? null,
    answerer: names?.answerer ?? null,
    nameOf: (id) => (id && names?.actors?.get(id)) ?? null,
  }
}
