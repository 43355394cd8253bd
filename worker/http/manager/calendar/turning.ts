import type { GridData } from '../../../../web/pages/manager/calendar/calendar-grid.tsx'
import type { Turns } from '../../../../web/pages/manager/calendar/calendar-turns.tsx'
import { addressOf, type CalendarView, closed, queryOf } from '../../../../web/pages/manager/calendar/view.ts'
import { addDays, wallText } from '../../../domain/time/days.ts'
import type { Day, Zone } from '../../../domain/time/time.ts'
import { toWall } from '../../../domain/time/zones.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import type { ProgrammeScope } from '../programme-scope.ts'
import { mondayOf, viewOf } from './view.ts'

/** The view that the address asks for. */
export function viewFor(c: AppContext, { programme }: Pick<ProgrammeScope, 'programme'>): CalendarView {
  return viewOf(c.req.query(), {
    programme: programme.id,
    zone: identityOf(c).person.zone,
    today: (zone) => todayIn(c, zone),
    typed: typedByReader(c),
  })
}

export function zoneShown(c: AppContext, { zone }: Pick<CalendarView, 'zone'>): Zone {
  return zone ?? identityOf(c).person.zone
}

function todayIn(c: AppContext, zone: Zone): Day {
  return toWall(zone, c.get('platform').now()).day
}

export function turnsOf(c: AppContext, view: CalendarView): Turns {
  const today = todayIn(c, zoneShown(c, view))
  const at = (over: Partial<CalendarView>) => addressOf({ ...closed(view), ...over })
  const { from } = view
  const isWeek = view.kind === 'week'
  const days = isWeek ? 7 : 1
  return {
    weekHref: at({ kind: 'week', from: mondayOf(from) }),
    dayHref: at({ kind: 'day', from: isWeek && from === mondayOf(today) ? today : from }),
    previousHref: at({ from: addDays(from, -days) }),
    nextHref: at({ from: addDays(from, days) }),
    currentHref: at({ from: isWeek ? mondayOf(today) : today }),
    otherHref: addressOf({ ...view, isGridWanted: !view.isGridWanted }),
  }
}

export function gridOf(c: AppContext, view: CalendarView): GridData {
  const zone = zoneShown(c, view)
  // The grid asks for its days and zone itself; a day is read by its page of mentors.
  const { session: _, ...kept } = queryOf(view)
  const page = view.kind === 'day' ? { mentors: String(view.page) } : {}
  return {
    feed: `/calendar/feed?${new URLSearchParams({ ...kept, ...page })}`,
    here: addressOf({ ...view, slot: null }),
    now: wallText(zone, c.get('platform').now()),
    shown: view.isGridWanted ? 'always' : 'wide',
  }
}
