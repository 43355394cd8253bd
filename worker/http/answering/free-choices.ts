import type { FreeChoices } from '../../../web/parts/free-choices.tsx'
import { NO_FREE_CHOICES } from '../../../web/parts/free-choices.tsx'
import { lineOf } from '../../domain/pairing/reporting-line.ts'
import { refusedTimes } from '../../domain/session/tried.ts'
import { freeWeek } from '../../domain/slot/free-week.ts'
import { zoneOfAt } from '../../domain/slot/hours.ts'
import { isDay, startOfDay } from '../../domain/time/days.ts'
import { after, DAY, type Day, type Instant, type Interval } from '../../domain/time/time.ts'
import { toWall } from '../../domain/time/zones.ts'
import type { Opened } from './link.ts'

type Asked = {
  /** The page with another week, or with the first. */
  readonly href: (from: Day | null) => string
  /** Shown already, or not to be proposed. */
  readonly avoid: readonly Interval[]
  /** Where the list begins. */
  readonly start: Instant
  /** The day of another week, as it stands in the address. */
  readonly from: string | undefined
}

type Chosen = { readonly free: FreeChoices; readonly from: Day | null }

/** Whoever holds a link sees so many weeks of free times, and no whole diary. */
const SHOWN_MS = 28 * DAY

/** Free times of both to choose from, a week at a time. None where the two may not meet. */
export function freeChoices(
  { situation, diary }: Pick<Opened, 'situation' | 'diary'>,
  { href, avoid, start, from: asked }: Asked,
): Chosen {
  const { session, executive, now } = situation
  if (lineOf(situation)) return { free: NO_FREE_CHOICES, from: null }

  const day = asked !== undefined && isDay(asked) ? asked : null
  const week = freeWeek(diary, {
    minutes: session.minutes,
    ignoring: session.id,
    avoid: [...refusedTimes(session), ...avoid],
    from: day === null ? start : startOfDay(zoneOfAt(executive, start), day),
    until: after(start, SHOWN_MS),
  })
  const today = toWall(zoneOfAt(executive, now), now).day
  const first = toWall(zoneOfAt(executive, start), start).day
  return {
    from: day,
    free: {
      times: week.times,
      laterHref: week.laterFrom && href(week.laterFrom),
      soonerHref: soonerHref({ day, first, today }, href),
    },
  }
}

type Days = { readonly day: Day | null; readonly first: Day; readonly today: Day }

/** The same page of a link, with another week. */
export function weekOfLink(path: string, k: string): Asked['href'] {
  return (from) => `${path}?${new URLSearchParams({ k, ...(from !== null && { from }) })}#choice-own`
}

/** Back to where the list began, and from there to today. */
function soonerHref({ day, first, today }: Days, href: (day: Day | null) => string): string | null {
  if (day !== null && day > first) return href(null)
  return (day ?? first) > today ? href(today) : null
}
