import type { GridData } from '../../../../web/pages/manager/calendar/calendar-grid.tsx'
import type { Turns } from '../../../../web/pages/manager/calendar/calendar-turns.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { addDays, isDay, wallText, weekdayOf } from '../../../domain/time/days.ts'
import type { Day } from '../../../domain/time/time.ts'
import { toWall } from '../../../domain/time/zones.ts'
import { type AppContext, identityOf } from '../../context.ts'
import type { ProgrammeScope } from '../programme-scope.ts'

export function weekHref(day: Day): string {
  return `${paths.calendar}?week=${mondayOf(day)}`
}

export function dayHref(day: Day, page = 1): string {
  return `${paths.calendar}?day=${day}${page > 1 ? `&mentors=${page}` : ''}`
}

export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

export function readersToday(c: AppContext): Day {
  return toWall(identityOf(c).person.zone, c.get('platform').now()).day
}

/** The requested day, else today. */
export function dayIn(c: AppContext, requested: string | undefined): Day {
  return requested !== undefined && isDay(requested) ? requested : readersToday(c)
}

/** The requested page of mentors; null if the number is missing or invalid. */
export function pageIn(requested: string | undefined): number | null {
  return requested !== undefined && /^[1-9]\d{0,3}$/.test(requested) ? Number(requested) : null
}

export function turnsOfWeek(c: AppContext, week: Day): Turns {
  const today = readersToday(c)
  return {
    weekHref: weekHref(week),
    dayHref: dayHref(week === mondayOf(today) ? today : week),
    previousHref: weekHref(addDays(week, -7)),
    nextHref: weekHref(addDays(week, 7)),
    currentHref: paths.calendar,
    gridHref: `${weekHref(week)}&grid=always`,
  }
}

export function turnsOfDay(c: AppContext, day: Day, page: number): Turns {
  return {
    weekHref: weekHref(day),
    dayHref: dayHref(day, page),
    previousHref: dayHref(addDays(day, -1), page),
    nextHref: dayHref(addDays(day, 1), page),
    currentHref: dayHref(readersToday(c), page),
    gridHref: `${dayHref(day, page)}&grid=always`,
  }
}

export function gridOf(c: AppContext, { programme }: ProgrammeScope, page: number | null): GridData {
  const platform = c.get('platform')
  const mentors = page === null ? '' : `&mentors=${page}`
  return {
    feed: `/calendar/feed?programme=${programme.id}${mentors}`,
    now: wallText(identityOf(c).person.zone, platform.now()),
    shown: c.req.query('grid') === 'always' ? 'always' : 'wide',
  }
}
