import type { CalendarView, SlotAsked } from '../../../../web/pages/manager/calendar/view.ts'
import type { Id, Prefix, ProgrammeId } from '../../../domain/ids.ts'
import { isWithin, SESSION_MINUTES } from '../../../domain/limits.ts'
import { addDays, isDay, weekdayOf } from '../../../domain/time/days.ts'
import type { Day, Zone } from '../../../domain/time/time.ts'
import { readDay, readTime, type TypedBy } from '../../../domain/time/typed.ts'
import { readZone } from '../../forms/zone.ts'

type Query = Readonly<Record<string, string | undefined>>

type Reader = {
  readonly programme: ProgrammeId
  readonly zone: Zone
  /** The day on the clock of a zone. */
  readonly today: (zone: Zone) => Day
  readonly typed: TypedBy
}

/** The view that an address asks for; what cannot be read counts as not asked. */
export function viewOf(query: Query, { programme, zone: own, today, typed }: Reader): CalendarView {
  const zone = zoneIn(query['zone'], own)
  const kind = query['day'] === undefined ? 'week' : 'day'
  const asked = query[kind]
  const day = asked !== undefined && isDay(asked) ? asked : today(zone ?? own)
  return {
    kind,
    from: kind === 'week' ? mondayOf(day) : day,
    programme,
    mentor: idIn('per', query['mentor']),
    zone,
    page: pageIn(query['mentors']) ?? 1,
    isGridWanted: query['grid'] === 'always',
    session: idIn('ses', query['session']),
    slot: slotIn(query, typed),
  }
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The requested page of mentors; null if the number is missing or invalid. */
export function pageIn(requested: string | undefined): number | null {
  return requested !== undefined && /^[1-9]\d{0,3}$/.test(requested) ? Number(requested) : null
}

/** Null: the reader's own, or none that is known. */
function zoneIn(text: string | undefined, own: Zone): Zone | null {
  const zone = text ? readZone(text) : null
  return zone === own ? null : zone
}

/** It names something only where it is found: ids of the demo are short. */
function idIn<P extends Prefix>(prefix: P, text = ''): Id<P> | null {
  const [, rest] = /^[a-z]{3}_([\w-]{1,60})$/.exec(text) ?? []
  return rest !== undefined && text.startsWith(prefix) ? `${prefix}_${rest}` : null
}

/** `new` asks for the form, `date` and `time` for who is free then. */
function slotIn(query: Query, typed: TypedBy): SlotAsked | null {
  const { date, time, minutes, with: column } = query
  if (query['new'] === undefined) return null
  const long = Number(minutes)
  return {
    day: date ? readDay(date, typed) : null,
    time: time ? readTime(time) : null,
    minutes: minutes && Number.isInteger(long) && isWithin(long, SESSION_MINUTES) ? long : null,
    mentor: idIn('per', column),
  }
}
