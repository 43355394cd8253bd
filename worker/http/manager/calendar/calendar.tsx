import { addDays, startOfDay } from '../../../domain/time/days.ts'
import {
  CalendarPage,
  type CalendarData,
  type CalendarSession,
} from '../../../../web/pages/manager/calendar/calendar.tsx'
import { DayPage, type DayData } from '../../../../web/pages/manager/calendar/calendar-day.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import { missing } from '../../responses.tsx'
import { type App, type Ask, identityOf } from '../../context.ts'
import { calendarFeed } from './feed.ts'
import { COLUMNS, type Placed, type Reading, readCalendar } from './read.ts'
import { dayHref, dayIn, gridOf, mondayOf, pageIn, turnsOfDay, turnsOfWeek } from './turning.ts'
import { deskFrame, deskOf, type Desk } from '../desk.ts'

export function calendarPages(app: App): void {
  app.get(paths.calendar, async (c) => {
    const desk = await deskOf(c)
    if (!desk) return missing(c)
    return c.req.query('day') === undefined
      ? c.html(<CalendarPage {...await weekData(c, desk)} />)
      : c.html(<DayPage {...await dayData(c, desk)} />)
  })
  calendarFeed(app)
}

async function weekData(c: Ask, desk: Desk): Promise<CalendarData> {
  const { zone } = identityOf(c).person
  const week = mondayOf(dayIn(c, c.req.query('week')))
  const window = { start: startOfDay(zone, week), end: startOfDay(zone, addDays(week, 7)) }
  const reading = await readCalendar(c.get('platform'), desk, window)
  return {
    frame: deskFrame(c, 'calendar', desk),
    week,
    turns: turnsOfWeek(c, week),
    grid: gridOf(c, desk, null),
    sessions: reading.sessions.map((session) => told(session, reading)),
    mentors: reading.mentors,
  }
}

async function dayData(c: Ask, desk: Desk): Promise<DayData> {
  const { zone } = identityOf(c).person
  const day = dayIn(c, c.req.query('day'))
  const window = { start: startOfDay(zone, day), end: startOfDay(zone, addDays(day, 1)) }
  const reading = await readCalendar(c.get('platform'), desk, window, pageIn(c.req.query('mentors')) ?? 1)
  const { from, all } = reading
  const page = from / COLUMNS + 1
  return {
    frame: deskFrame(c, 'calendar', desk),
    day,
    turns: turnsOfDay(c, day, page),
    grid: gridOf(c, desk, page),
    columns: reading.mentors.map((mentor) => ({
      ...mentor,
      sessions: reading.sessions
        .filter(({ mentorId }) => mentorId === mentor.id)
        .map((session) => told(session, reading)),
    })),
    mentors: {
      from: from + 1,
      to: from + reading.mentors.length,
      all,
      previousHref: page > 1 ? dayHref(day, page - 1) : null,
      nextHref: from + COLUMNS < all ? dayHref(day, page + 1) : null,
    },
  }
}

function told(session: Placed, { nameOf, colourOf }: Reading): CalendarSession {
  const { id, time, executiveId, mentorId, status } = session
  const people = { executive: nameOf(executiveId), mentor: nameOf(mentorId) }
  return { id, time, ...people, colour: colourOf(mentorId), status }
}
