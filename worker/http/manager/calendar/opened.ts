import type { Beside, Opened } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { addressOf, type CalendarView } from '../../../../web/pages/manager/calendar/view.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { differs } from '../../../../web/parts/when.tsx'
import { zoneLabelOf } from '../../../../web/words/moments.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { SessionId } from '../../../domain/ids.ts'
import { inLine, lineOf } from '../../../domain/pairing/reporting-line.ts'
import { manages } from '../../../domain/people/permission.ts'
import { standingOptions } from '../../../domain/session/session.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { zoneOfAt } from '../../../domain/slot/hours.ts'
import type { Interval } from '../../../domain/time/time.ts'
import { findSessionSituation } from '../../../storage/situation.ts'
import { bothOf, recordAccess } from '../../access-log.ts'
import { type AppContext, identityOf } from '../../context.ts'
import { namesIn } from '../../names.ts'
import { freeTimesFor } from '../session/free-times.ts'

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
  await recordAccess(c, bothOf(situation), '/calendar')

  const { session, executive, mentor, now } = situation
  const times = session.time ? [session.time] : standingOptions(session.offer, now)
  const line = lineOf(situation)
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
    clocks: session.time ? clocksOf(c, { view, frame, situation, time: session.time }) : [],
    against: line && sentenceOf(inLine(line), frame, namesIn(situation)),
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

type Timed = {
  readonly view: CalendarView
  readonly frame: PageFrame
  readonly situation: SessionSituation
  readonly time: Interval
}

/** Each clock once that differs then from the one shown: the reader's own, the executive's where he is, the mentor's. */
function clocksOf(
  c: AppContext,
  { view, frame, situation: { executive, mentor }, time }: Timed,
): Opened['clocks'] {
  const { person } = identityOf(c)
  const clocks = [
    { who: person.name, zone: person.zone },
    { who: executive.name, zone: zoneOfAt(executive, time.start) },
    { who: mentor.name, zone: mentor.zone },
  ].filter(({ zone }) => differs(time, frame, zone))
  const byLabel = Map.groupBy(clocks, ({ zone }) => zoneLabelOf(time, { zone, locale: person.locale }))
  return [...byLabel.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { zone } = first
    return {
      who: [...new Set([first, ...others].map(({ who }) => who))].join(', '),
      zone,
      href: addressOf({ ...view, slot: null, zone: zone === person.zone ? null : zone }),
    }
  })
}
