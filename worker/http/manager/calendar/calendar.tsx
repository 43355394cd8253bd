import type { CalendarData, CalendarSession } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { type DayData, DayPage } from '../../../../web/pages/manager/calendar/calendar-day.tsx'
import { CalendarPage } from '../../../../web/pages/manager/calendar/calendar.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { addDays, startOfDay } from '../../../domain/time/days.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'
import { calendarFeed } from './feed.ts'
import { MENTORS_PER_PAGE, type Placed, readMentorCalendar, type MentorCalendar } from './read.ts'
import { dayHref, dayIn, gridOf, mondayOf, pageIn, turnsOfDay, turnsOfWeek } from './turning.ts'

export function calendarPages(app: App): void {
  app.get(paths.calendar, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    return c.req.query('day') === undefined
      ? c.html(<CalendarPage {...await weekData(c, scope)} />)
      : c.html(<DayPage {...await dayData(c, scope)} />)
  })
  calendarFeed(app)
}

async function weekData(c: AppContext, scope: ProgrammeScope): Promise<CalendarData> {
  const { zone } = identityOf(c).person
  const week = mondayOf(dayIn(c, c.req.query('week')))
  const window = { start: startOfDay(zone, week), end: startOfDay(zone, addDays(week, 7)) }
  const reading = await readMentorCalendar(c.get('platform'), scope, window)
  return {
    frame: frameInProgramme(c, 'calendar', scope),
    week,
    turns: turnsOfWeek(c, week),
    grid: gridOf(c, scope, null),
    sessions: reading.sessions.map((session) => calendarSession(session, reading)),
    mentors: reading.mentors,
  }
}

async function dayData(c: AppContext, scope: ProgrammeScope): Promise<DayData> {
  const { zone } = identityOf(c).person
  const day = dayIn(c, c.req.query('day'))
  const window = { start: startOfDay(zone, day), end: startOfDay(zone, addDays(day, 1)) }
  const reading = await readMentorCalendar(
    c.get('platform'),
    scope,
    window,
    pageIn(c.req.query('mentors')) ?? 1,
  )
  const { from, all } = reading
  const page = from / MENTORS_PER_PAGE + 1
  return {
    frame: frameInProgramme(c, 'calendar', scope),
    day,
    turns: turnsOfDay(c, day, page),
    grid: gridOf(c, scope, page),
    columns: reading.mentors.map((mentor) => ({
      ...mentor,
      sessions: reading.sessions
        .filter(({ mentorId }) => mentorId === mentor.id)
        .map((session) => calendarSession(session, reading)),
    })),
    mentors: {
      from: from + 1,
      to: from + reading.mentors.length,
      all,
      previousHref: page > 1 ? dayHref(day, page - 1) : null,
      nextHref: from + MENTORS_PER_PAGE < all ? dayHref(day, page + 1) : null,
    },
  }
}

function calendarSession(session: Placed, { nameOf, colourOf }: MentorCalendar): CalendarSession {
  const { id, time, executiveId, mentorId, status } = session
  const people = { executive: nameOf(executiveId), mentor: nameOf(mentorId) }
  return { id, time, ...people, colour: colourOf(mentorId), status }
}
