import type { SessionData } from '../../../../web/pages/manager/session/session-data.ts'
import { displacementWords } from '../../../../web/parts/displaced.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { lineOf } from '../../../domain/pairing/reporting-line.ts'
import type { SessionSituation } from '../../../domain/situation.ts'
import { findOptions } from '../../../domain/slot/options.ts'
import { wallText } from '../../../domain/time/days.ts'
import type { Platform } from '../../../platform.ts'
import { listDisplaced } from '../../../storage/session/displaced.ts'
import { findDiary } from '../../../storage/slot/diary.ts'

const TIMES_SHOWN = 3

/** For a date that no longer fits: why, and the best times for both instead. Null for every other session. */
export async function freeTimesFor(
  platform: Platform,
  situation: SessionSituation,
  frame: PageFrame,
): Promise<SessionData['free']> {
  const { session, executive, mentor, programme, now } = situation
  const { time, minutes } = session
  if (session.status !== 'fixed' || !time || time.start <= now || lineOf(situation)) return null
  const displaced = await listDisplaced(platform, programme, executive.id)
  const mine = displaced.filter(({ sessionId }) => sessionId === session.id)
  if (mine.length === 0) return null

  const diary = await findDiary(platform, situation)
  const found = findOptions(diary, { minutes, count: TIMES_SHOWN, ignoring: session.id, avoid: [time] })
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
