import type { FedSession, FeedSource } from '../../../../web/pages/manager/calendar/fed.ts'
import { addressOf, type CalendarView } from '../../../../web/pages/manager/calendar/view.ts'
import { isNotLogged } from '../../../../web/parts/badges.tsx'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { daysBetween, isDay, startOfDay, wallText } from '../../../domain/time/days.ts'
import { instant, type Interval, MINUTE, type Zone } from '../../../domain/time/time.ts'
import { offsetAt } from '../../../domain/time/zones.ts'
import { type App, type AppContext, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { programmeScope } from '../programme-scope.ts'
import { type MentorCalendar, type Placed, readMentorCalendar } from './read.ts'
import { viewFor, zoneShown } from './turning.ts'
import { pageIn } from './view.ts'

/** The longest window; no grid shows more. */
const MAX_DAYS = 62

/** The data of the grid, as wall clocks of the zone it shows: without offsets in either direction. */
export function calendarFeed(app: App): void {
  app.get('/calendar/feed', async (c) => {
    const scope = programmeScope(c)
    const { start = '', end = '', mentors: page } = c.req.query()
    const [from, to] = [start.slice(0, 10), end.slice(0, 10)]
    if (!scope || !isDay(from) || !isDay(to) || daysBetween(from, to) > MAX_DAYS) return missing(c)

    const view = viewFor(c, scope)
    const zone = zoneShown(c, view)
    const window = { start: startOfDay(zone, from), end: startOfDay(zone, to) }
    const narrowed = { page: pageIn(page), mentor: view.mentor }
    const reading = await readMentorCalendar(c.get('platform'), scope, window, narrowed)
    return c.json(fed(c, view, zone, reading))
  })
}

function fed(c: AppContext, view: CalendarView, zone: Zone, reading: MentorCalendar): FeedSource {
  return {
    sessions: reading.sessions.map((session) => fedSession(c, view, zone, reading, session)),
    availability: reading.mentors.flatMap(({ id, colour, open }) =>
      open.map((time) => ({ mentorId: id, colour, ...wallOf(zone, time) })),
    ),
  }
}

function fedSession(
  c: AppContext,
  view: CalendarView,
  zone: Zone,
  { nameOf, shortNameOf, colourOf }: MentorCalendar,
  { id, time, status, executiveId, mentorId }: Placed,
): FedSession {
  const words = wordsFor(identityOf(c).person)
  const now = c.get('platform').now()
  const state = words.states.session[status]
  return {
    id,
    title: nameOf(executiveId),
    ...wallOf(zone, time),
    minutes: (time.end - time.start) / MINUTE,
    status,
    mentorId,
    mentor: nameOf(mentorId),
    said: words.today.withMentor(nameOf(mentorId)),
    brief: { title: shortNameOf(executiveId), mentor: shortNameOf(mentorId) },
    state: isNotLogged({ status, time, frame: { now } }) ? `${state}. ${words.session.notLogged}` : state,
    colour: colourOf(mentorId),
    url: addressOf({ ...view, session: id, slot: null }),
    movable: status === 'fixed' && time.end > now,
  }
}

function wallOf(zone: Zone, time: Interval): { readonly start: string; readonly end: string } {
  return { start: `${wallText(zone, time.start)}:00`, end: wallEnd(zone, time) }
}

/** After the start also where the clocks go back meanwhile: the grid drops what ends before it begins. */
function wallEnd(zone: Zone, { start, end }: Interval): string {
  const [begins, ends] = [wallText(zone, start), wallText(zone, end)]
  return `${begins < ends ? ends : wallText('UTC', instant(end + offsetAt(zone, start)))}:00`
}
