import { paths } from '../../../../web/pages/paths.ts'
import { daysBetween, isDay, startOfDay, wallText } from '../../../domain/time/days.ts'
import { instant, type Instant, type Interval, type Zone } from '../../../domain/time/time.ts'
import { isZone, offsetAt } from '../../../domain/time/zones.ts'
import { type App, identityOf } from '../../context.ts'
import { missing } from '../../responses.tsx'
import { programmeScope } from '../programme-scope.ts'
import { readMentorCalendar } from './read.ts'
import { pageIn } from './turning.ts'

/** The longest window; no grid shows more. */
const MAX_DAYS = 62

/** After the start also where the clocks go back meanwhile: the grid drops what ends before it begins. */
function wallEnd(zone: Zone, { start, end }: Interval): string {
  const [begins, ends] = [wallText(zone, start), wallText(zone, end)]
  return `${begins < ends ? ends : wallText('UTC', instant(end + offsetAt(zone, start)))}:00`
}

/** The data of the grid, as wall clocks of the zone it shows: without offsets in either direction. */
export function calendarFeed(app: App): void {
  app.get('/calendar/feed', async (c) => {
    const scope = programmeScope(c)
    const { zone: own } = identityOf(c).person
    const { zone: requested = own, start = '', end = '', mentors: page } = c.req.query()
    const zone = isZone(requested) ? requested : own
    const [from, to] = [start.slice(0, 10), end.slice(0, 10)]
    if (!scope || !isDay(from) || !isDay(to) || daysBetween(from, to) > MAX_DAYS) return missing(c)

    const platform = c.get('platform')
    const window = { start: startOfDay(zone, from), end: startOfDay(zone, to) }
    const { mentors, sessions, nameOf, colourOf } = await readMentorCalendar(
      platform,
      scope,
      window,
      pageIn(page),
    )
    const wall = (moment: Instant) => `${wallText(zone, moment)}:00`
    return c.json({
      sessions: sessions.map(({ id, time, status, executiveId, mentorId }) => ({
        id,
        title: nameOf(executiveId),
        start: wall(time.start),
        end: wallEnd(zone, time),
        status,
        mentorId,
        colour: colourOf(mentorId),
        url: paths.session(id),
        movable: status === 'fixed' && time.end > platform.now(),
      })),
      availability: mentors.flatMap(({ id, colour, open }) =>
        open.map(({ start: opens, end: closes }) => ({
          ...{ mentorId: id, colour },
          start: wall(opens),
          end: wall(closes),
        })),
      ),
    })
  })
}
