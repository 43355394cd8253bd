import { addDays, isDay, startOfDay, wallText, weekdayOf } from '../../domain/days.ts'
import { openIntervals } from '../../domain/availability.ts'
import type { Person } from '../../domain/people.ts'
import type { Session } from '../../domain/sessions.ts'
import type { Day, Interval, Zone } from '../../domain/time.ts'
import { isZone, toWall } from '../../domain/zones.ts'
import type { Platform } from '../../platform.ts'
import { listAvailability } from '../../storage/availability.ts'
import { listMembers } from '../../storage/memberships.ts'
import { listDated } from '../../storage/sessions.ts'
import { CalendarPage, type CalendarData, type MentorColour } from '../../../web/pages/manager/calendar.tsx'
import { paths } from '../../../web/pages/paths.ts'
import { missing } from '../answers.tsx'
import { type App, type Ask, identityOf } from '../context.ts'
import { deskFrame, deskOf, type Desk } from './programme.ts'

export function calendarPages(app: App): void {
  app.get(paths.calendar, async (c) => {
    const desk = await deskOf(c)
    return desk ? c.html(<CalendarPage {...await weekData(c, desk)} />) : missing(c)
  })

  // The grid thinks in wall clocks of the zone it shows: no offsets leave here, and none come back.
  app.get('/calendar/feed', async (c) => {
    const desk = await deskOf(c)
    const { zone: own } = identityOf(c).person
    const asked = c.req.query('zone') ?? own
    const zone = isZone(asked) ? asked : own
    const [from, to] = [c.req.query('start')?.slice(0, 10) ?? '', c.req.query('end')?.slice(0, 10) ?? '']
    if (!desk || !isDay(from) || !isDay(to)) return missing(c)

    const window = { start: startOfDay(zone, from), end: startOfDay(zone, to) }
    const { mentors, sessions, nameOf } = await readWeek(c.get('platform'), desk, window)
    const wall = (moment: Interval['start']) => `${wallText(zone, moment)}:00`
    return c.json({
      sessions: sessions.flatMap(({ id, time, status, executiveId, mentorId }) =>
        time
          ? [
              {
                id,
                title: nameOf(executiveId),
                start: wall(time.start),
                end: wall(time.end),
                status,
                mentor: mentors.find((each) => each.id === mentorId)?.colour ?? 1,
                url: paths.session(id),
                movable: status === 'fixed' && time.end > c.get('platform').now(),
              },
            ]
          : [],
      ),
      availability: mentors.flatMap(({ colour, name, open }) =>
        open.map(({ start, end }) => ({ mentor: colour, start: wall(start), end: wall(end), title: name })),
      ),
    })
  })
}

async function weekData(c: Ask, desk: Desk): Promise<CalendarData> {
  const platform = c.get('platform')
  const { zone } = identityOf(c).person
  const week = mondayOf(c.req.query('week') ?? '', zone, platform)
  const window = { start: startOfDay(zone, week), end: startOfDay(zone, addDays(week, 7)) }
  const { mentors, sessions, nameOf } = await readWeek(platform, desk, window)
  const at = (day: Day) => `${paths.calendar}?week=${day}`
  return {
    frame: deskFrame(c, 'calendar', desk),
    week,
    previousHref: at(addDays(week, -7)),
    nextHref: at(addDays(week, 7)),
    currentHref: paths.calendar,
    gridHref: `${at(week)}&grid=always`,
    grid: c.req.query('grid') === 'always' ? 'always' : 'wide',
    feed: `/calendar/feed?programme=${desk.programme.id}`,
    now: wallText(zone, platform.now()),
    sessions: sessions.flatMap(({ id, time, executiveId, mentorId, status }) =>
      time
        ? [
            {
              id,
              time,
              executive: nameOf(executiveId),
              mentor: nameOf(mentorId),
              colour: mentors.find((each) => each.id === mentorId)?.colour ?? 1,
              status,
            },
          ]
        : [],
    ),
    mentors: mentors.map(({ name, colour, open }) => ({ name, colour, open })),
  }
}

const COLOURS: readonly MentorColour[] = [1, 2, 3, 4, 5, 6, 7, 8]

type WeekMentor = {
  readonly id: string
  readonly name: string
  readonly colour: MentorColour
  readonly open: readonly Interval[]
}
type Week = {
  readonly mentors: readonly WeekMentor[]
  readonly sessions: readonly Session[]
  readonly nameOf: (id: string) => string
}

/** Mentors keep their colour by name, eight of them before one comes again. */
async function readWeek({ db }: Platform, { programme }: Desk, window: Interval): Promise<Week> {
  const [members, sessions] = await Promise.all([
    listMembers(db, programme.id),
    listDated(db, programme.id, window),
  ])
  const mentors = members.filter(({ roles }) => roles.includes('mentor'))
  const hours = await listAvailability(
    db,
    mentors.map(({ id }) => id),
  )
  const names = new Map<string, Person>(members.map((each) => [each.id, each]))
  return {
    mentors: mentors.map(({ id, name }, index) => {
      const mine = hours.get(id)
      return {
        id,
        name,
        colour: COLOURS[index % COLOURS.length] ?? 1,
        open: mine ? openIntervals(mine, window) : [],
      }
    }),
    sessions,
    nameOf: (id) => names.get(id)?.name ?? '',
  }
}

function mondayOf(asked: string, zone: Zone, { now }: Platform): Day {
  const day = isDay(asked) ? asked : toWall(zone, now()).day
  return addDays(day, 1 - weekdayOf(day))
}
