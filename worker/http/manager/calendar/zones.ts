import type { CalendarView } from '../../../../web/pages/manager/calendar/view.ts'
import type { RadioChoice } from '../../../../web/parts/fields.tsx'
import { zoneLabel } from '../../../../web/words/moments.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { Locale } from '../../../domain/people/person.ts'
import type { Instant, Interval, Zone } from '../../../domain/time/time.ts'
import { offsetAt, stretches } from '../../../domain/time/zones.ts'
import type { Member } from '../../../storage/people/membership.ts'

type Asked = {
  readonly own: Zone
  readonly locale: Locale
  readonly shown: CalendarView['zone']
  readonly at: Instant
}

/** Names beside a zone; more would not fit a list to choose from. */
const NAMED = 2

/** The reader's own zone, those of the programme's executives and mentors from west to east, and UTC. */
export function zoneChoices(
  members: readonly Member[],
  { own, locale, shown, at }: Asked,
): readonly RadioChoice[] {
  const words = wordsFor({ locale }).calendar.filter
  const meeting = members.filter(({ roles }) =>
    roles.some((role) => role === 'mentor' || role === 'executive'),
  )
  const byZone = new Map<Zone, readonly Member[]>(Map.groupBy(meeting, ({ zone }) => zone))
  const others = [...new Set([...byZone.keys(), ...(shown ? [shown] : []), 'UTC'])]
    .filter((zone) => zone !== own)
    .toSorted((one, other) => offsetAt(one, at) - offsetAt(other, at) || (one < other ? -1 : 1))
  const named = (zone: Zone) => {
    const names = (byZone.get(zone) ?? []).map(({ name }) => name)
    const label = zoneLabel(zone, locale, at)
    if (names.length === 0) return label
    return `${label}: ${words.people(names.slice(0, NAMED).join(', '), Math.max(0, names.length - NAMED))}`
  }
  return [
    { value: '', label: words.mine(zoneLabel(own, locale, at)) },
    ...others.map((zone) => ({ value: zone, label: named(zone) })),
  ]
}

/** When the clocks of a zone change in a window; null: they do not. */
export function clockChangeIn(zone: Zone, window: Interval): Instant | null {
  const [first, ...later] = stretches(zone, window)
  return later.find(({ offset }) => offset !== first?.offset)?.start ?? null
}
