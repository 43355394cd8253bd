import type { Beside, Opened } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { addressOf, type CalendarView } from '../../../../web/pages/manager/calendar/view.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { hoursOf, zoneLabelOf } from '../../../../web/words/moments.ts'
import type { SessionId } from '../../../domain/ids.ts'
import { manages } from '../../../domain/people/permission.ts'
import { standingOptions } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import type { Interval } from '../../../domain/time/time.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { recordAccess } from '../../access-log.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { freeTimesFor } from '../session/free-times.ts'
import { zoneShown } from './turning.ts'

/** So many of the free times are listed, the nearest ones; the session's page has all. */
const MOVES_LISTED = 8

/** One session beside the calendar; what is not there and what is not hers look the same. */
export async function openedFor(
  c: AppContext,
  view: CalendarView,
  id: SessionId,
  frame: PageFrame,
): Promise<Beside> {
  const situation = await findSessionSituation(c.get('platform'), id)
  const isHers = situation?.programme.id === view.programme && manages(identityOf(c).actor, view.programme)
  if (!situation || !isHers) return { kind: 'gone' }
  await recordAccess(c, situation.executive.id, '/calendar')

  const { session, executive, mentor, now } = situation
  const times = session.time ? [session.time] : standingOptions(session.offer, now)
  const isToCome = session.status === 'fixed' && session.time !== null && session.time.start > now
  const isMovable = isToCome && frame.closed === null
  return {
    kind: 'session',
    id,
    executive: executive.name,
    mentor: mentor.name,
    status: session.status,
    times,
    executiveZone: (moment) => zoneOfAt(executive, moment),
    clocks: clocksOf(c, view, situation, times[0]),
    moves: isMovable ? await movesOf(c, situation, frame) : null,
    here: addressOf({ ...view, slot: null }),
  }
}

async function movesOf(
  c: AppContext,
  situation: SessionSituation,
  frame: PageFrame,
): Promise<readonly Interval[]> {
  const { moves } = await freeTimesFor(c.get('platform'), situation, frame)
  const start = situation.session.time?.start ?? situation.now
  const near = moves.toSorted((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))
  return near.slice(0, MOVES_LISTED).toSorted((one, other) => one.start - other.start)
}

/** Each zone once that is not the one shown: the reader's own, the executive's where he is then, the mentor's. */
function clocksOf(
  c: AppContext,
  view: CalendarView,
  { executive, mentor }: SessionSituation,
  time: Interval | undefined,
): Opened['clocks'] {
  if (!time) return []
  const { person } = identityOf(c)
  const shown = zoneShown(c, view)
  const clocks = [
    { who: person.name, zone: person.zone },
    { who: executive.name, zone: zoneOfAt(executive, time.start) },
    { who: mentor.name, zone: mentor.zone },
  ]
  const byZone = Map.groupBy(
    clocks.filter(({ zone }) => zone !== shown),
    ({ zone }) => zone,
  )
  return Array.from(byZone, ([zone, those]) => {
    const there = { zone, locale: person.locale }
    const { from, to } = hoursOf(time, there)
    return {
      who: [...new Set(those.map(({ who }) => who))].join(', '),
      says: `${from}–${to}, ${zoneLabelOf(time, there)}`,
      href: addressOf({ ...view, slot: null, zone: zone === person.zone ? null : zone }),
    }
  })
}
