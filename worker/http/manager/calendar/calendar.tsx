import type {
  Beside,
  CalendarAround,
  CalendarData,
  CalendarSession,
} from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { type DayData, DayPage } from '../../../../web/pages/manager/calendar/calendar-day.tsx'
import { CalendarPage } from '../../../../web/pages/manager/calendar/calendar.tsx'
import {
  addressOf,
  type CalendarView,
  closed,
  openAddress,
} from '../../../../web/pages/manager/calendar/view.ts'
import { paths } from '../../../../web/pages/paths.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { zoneLabel } from '../../../../web/words/moments.ts'
import { addDays, startOfDay } from '../../../domain/time/days.ts'
import { instant, type Interval } from '../../../domain/time/time.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { frameInProgramme, programmeScope, type ProgrammeScope } from '../programme-scope.ts'
import { calendarFeed } from './feed.ts'
import { openedFor } from './opened.ts'
import { MENTORS_PER_PAGE, type Placed, readMentorCalendar, type MentorCalendar } from './read.ts'
import { startingFor } from './starting.ts'
import { gridOf, turnsOf, viewFor, zoneShown } from './turning.ts'
import { clockChangeIn, zoneChoices } from './zones.ts'

export function calendarPages(app: App): void {
  app.get(paths.calendar, async (c) => {
    const scope = programmeScope(c)
    if (!scope) return missing(c)
    const asked = viewFor(c, scope)
    return asked.kind === 'week'
      ? c.html(<CalendarPage {...await weekData(c, scope, asked)} />)
      : c.html(<DayPage {...await dayData(c, scope, asked)} />)
  })
  calendarFeed(app)
}

async function weekData(c: AppContext, scope: ProgrammeScope, asked: CalendarView): Promise<CalendarData> {
  const window = windowOf(c, asked, 7)
  const { mentor } = asked
  const reading = await readMentorCalendar(c.get('platform'), scope, window, { mentor })
  const view = { ...asked, mentor: reading.only }
  return {
    ...(await around(c, scope, view, { window, reading })),
    sessions: reading.sessions.map((session) => calendarSession(session, view, reading)),
    mentors: reading.mentors,
  }
}

async function dayData(c: AppContext, scope: ProgrammeScope, asked: CalendarView): Promise<DayData> {
  const window = windowOf(c, asked, 1)
  const { mentor, page: wanted } = asked
  const reading = await readMentorCalendar(c.get('platform'), scope, window, { mentor, page: wanted })
  const { from, all, only } = reading
  const page = from / MENTORS_PER_PAGE + 1
  const view = { ...asked, page, mentor: only }
  const pageHref = (number: number) => addressOf({ ...closed(view), page: number })
  return {
    ...(await around(c, scope, view, { window, reading })),
    day: view.from,
    columns: reading.mentors.map((column) => ({
      ...column,
      sessions: reading.sessions
        .filter(({ mentorId }) => mentorId === column.id)
        .map((session) => calendarSession(session, view, reading)),
    })),
    mentors: {
      from: from + 1,
      to: from + reading.mentors.length,
      all,
      previousHref: page > 1 ? pageHref(page - 1) : null,
      nextHref: only === null && from + MENTORS_PER_PAGE < all ? pageHref(page + 1) : null,
    },
  }
}

function windowOf(c: AppContext, view: CalendarView, days: number): Interval {
  const zone = zoneShown(c, view)
  return { start: startOfDay(zone, view.from), end: startOfDay(zone, addDays(view.from, days)) }
}

type Read = { readonly window: Interval; readonly reading: MentorCalendar }

async function around(
  c: AppContext,
  scope: ProgrammeScope,
  view: CalendarView,
  { window, reading }: Read,
): Promise<CalendarAround> {
  const { person } = identityOf(c)
  const zone = zoneShown(c, view)
  const asked = { own: person.zone, locale: person.locale, shown: view.zone, at: window.start }
  const mentors = reading.members.filter(({ roles, id }) => roles.includes('mentor') || id === reading.only)
  const at = clockChangeIn(zone, window)
  const frame = { ...frameInProgramme(c, 'calendar', scope), zone }
  return {
    frame,
    view,
    turns: turnsOf(c, view),
    grid: gridOf(c, view),
    choices: {
      mentors: mentors.map(({ id, name }) => ({ value: id, label: name })),
      zones: zoneChoices(reading.members, asked),
    },
    only: reading.only && reading.nameOf(reading.only),
    clocks: at && {
      at,
      before: zoneLabel(zone, person.locale, instant(at - 1)),
      after: zoneLabel(zone, person.locale, at),
    },
    beside: await besideFor(c, { scope, view, frame, members: reading.members }),
  }
}

type Here = {
  readonly scope: ProgrammeScope
  readonly view: CalendarView
  readonly frame: PageFrame
  readonly members: MentorCalendar['members']
}

async function besideFor(c: AppContext, { scope, view, frame, members }: Here): Promise<Beside> {
  const { slot, session } = view
  if (slot && frame.closed === null) return startingFor(c, { scope, view, slot, members })
  return session ? openedFor(c, view, session, frame) : { kind: 'nothing' }
}

function calendarSession(
  session: Placed,
  view: CalendarView,
  { nameOf, colourOf }: MentorCalendar,
): CalendarSession {
  const { id, time, executiveId, mentorId, status } = session
  const people = { executive: nameOf(executiveId), mentor: nameOf(mentorId) }
  return { id, time, ...people, colour: colourOf(mentorId), status, openHref: openAddress(view, id) }
}
