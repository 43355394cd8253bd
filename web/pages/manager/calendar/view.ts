import type { PersonId, ProgrammeId, SessionId } from '../../../../worker/domain/ids.ts'
import type { Day, WallMinutes, Zone } from '../../../../worker/domain/time/time.ts'
import { paths } from '../../paths.ts'

/** What the calendar shows. All of it stands in the address, so that it can be reloaded, gone back to and sent on. */
export type CalendarView = {
  readonly kind: 'week' | 'day'
  /** The Monday of the week, or the day. */
  readonly from: Day
  readonly programme: ProgrammeId
  /** Whose sessions alone; null: everybody's. */
  readonly mentor: PersonId | null
  /** Whose clock; null: the reader's own. */
  readonly zone: Zone | null
  /** Of a day: which eight mentors, counted from 1. */
  readonly page: number
  /** Whether the grid is wanted on a narrow screen too. */
  readonly isGridWanted: boolean
  /** The session that is open beside it. */
  readonly session: SessionId | null
  /** The time that is looked at to book or offer it. */
  readonly slot: SlotAsked | null
}

/** As it was typed or selected, on the clock of the view; null: not said yet. */
export type SlotAsked = {
  readonly day: Day | null
  readonly time: WallMinutes | null
  readonly minutes: number | null
  /** In whose column it was selected. */
  readonly mentor: PersonId | null
}

/** The address of a view. Its time to book or offer is never part of it: a form has that. */
export function addressOf(view: CalendarView): string {
  return withQuery(queryOf(view))
}

/** The fields of a form that keeps the view. */
export function queryOf(view: Omit<CalendarView, 'slot'>): Readonly<Record<string, string>> {
  const { kind, from, programme, mentor, zone, page, isGridWanted, session } = view
  return {
    [kind]: from,
    programme,
    ...(mentor && { mentor }),
    ...(zone && { zone }),
    ...(kind === 'day' && page > 1 && { mentors: String(page) }),
    ...(isGridWanted && { grid: 'always' }),
    ...(session && { session }),
  }
}

/** A zone keeps its slash, which a query may have: somebody reads the address. */
function withQuery(query: Readonly<Record<string, string>>): string {
  const written = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`,
  )
  return `${paths.calendar}?${written.join('&')}`
}

/** The view with one session open beside it. */
export function openAddress(view: CalendarView, session: SessionId): string {
  return `${addressOf({ ...view, session })}#${BESIDE}`
}

/** The view with the form for a time beside it, on one of its days or on none yet. */
export function startAddress(view: CalendarView, day: Day | null): string {
  const asked = { ...queryOf({ ...view, session: null }), new: '1', ...(day && { date: day }) }
  return `${withQuery(asked)}#${BESIDE}`
}

/** The same view with nothing open beside it. */
export function closed(view: CalendarView): CalendarView {
  return { ...view, session: null, slot: null }
}

/** The id of what stands beside the calendar. */
export const BESIDE = 'beside'
