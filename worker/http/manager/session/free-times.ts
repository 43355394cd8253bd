import type { SessionData } from '../../../../web/pages/manager/session/session-data.ts'
import { displacementWords } from '../../../../web/parts/displaced.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { lineOf } from '../../../domain/pairing/reporting-line.ts'
import type { Displaced } from '../../../domain/session/displaced.ts'
import type { Session } from '../../../domain/session/session.ts'
import { refusedTimes } from '../../../domain/session/tried.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import type { Diary } from '../../../domain/slot/diary.ts'
import { listFree } from '../../../domain/slot/free.ts'
import { findOptions } from '../../../domain/slot/options.ts'
import { dayOf } from '../../../domain/slot/ranking.ts'
import { wallText } from '../../../domain/time/days.ts'
import { after, before, DAY, type Interval } from '../../../domain/time/time.ts'
import type { Platform } from '../../../platform.ts'
import { listDisplaced } from '../../../storage/session/displaced.ts'
import { findDiary } from '../../../storage/slot/diary.ts'

const TIMES_SHOWN = 3

type Free = Pick<SessionData, 'free' | 'moves'>

/** Free times for a fixed date to come: a list to move it to, and the best ones where it no longer fits. */
export async function freeTimesFor(
  platform: Platform,
  situation: SessionSituation,
  frame: PageFrame,
): Promise<Free> {
  const { session, executive, programme, now } = situation
  const { time } = session
  if (session.status !== 'fixed' || !time || time.start <= now || lineOf(situation))
    return { free: null, moves: [] }
  const [displaced, diary] = await Promise.all([
    listDisplaced(platform, programme, executive.id),
    findDiary(platform, situation),
  ])
  const mine = displaced.filter(({ sessionId }) => sessionId === session.id)
  const free = mine.length > 0 ? instead(situation, { diary, time, frame, mine }) : null
  return { free, moves: listMoves(session, diary, time) }
}

/** How far around the date free times are listed. */
const BEFORE_MS = 7 * DAY
const AFTER_MS = 14 * DAY
const DAYS_LISTED = 8

/** Never a time that was refused in this round: she may still write it. */
function listMoves(session: Session, diary: Diary, time: Interval): readonly Interval[] {
  const window = { start: before(time.start, BEFORE_MS), end: after(time.start, AFTER_MS) }
  const search = { window, minutes: session.minutes, ignoring: session.id }
  const times = listFree(diary, search, refusedTimes(session)).filter(({ start }) => start !== time.start)
  const days = [...new Set(times.map((each) => dayOf(diary, each)))].slice(0, DAYS_LISTED)
  return times.filter((each) => days.includes(dayOf(diary, each)))
}

type Displacement = {
  readonly diary: Diary
  readonly time: Interval
  readonly frame: PageFrame
  readonly mine: readonly Displaced[]
}

/** For a date that no longer fits: why, and the best times for both instead. */
function instead(
  { session, executive, mentor }: SessionSituation,
  { diary, time, frame, mine }: Displacement,
): Free['free'] {
  const { minutes, id: ignoring } = session
  const found = findOptions(diary, { minutes, count: TIMES_SHOWN, ignoring, avoid: [time] })
  return {
    reasons: mine.map(({ why, personId }) =>
      displacementWords(why, personId === mentor.id ? mentor : executive, time, frame),
    ),
    times: found
      .map(({ start, end }) => {
        const [date = '', hour = ''] = wallText(frame.zone, start).split('T')
        return { time: { start, end }, typed: { date, time: hour } }
      })
      .toSorted((one, other) => one.time.start - other.time.start),
  }
}
