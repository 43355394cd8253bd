import type { ToldLine } from '../letter/letter.ts'
import { type Session, standingOptions } from '../session/session.ts'
import type { Instant } from '../time/time.ts'
import type { Item, Morning } from './item.ts'
import { findItems } from './items.ts'
import { shownOf } from './shown.ts'
import { keyOf } from './snooze.ts'

/** What Today shows, in its order, as a mail tells it, and how many lines there are in all. */
export function toldLines(morning: Morning): {
  readonly lines: readonly ToldLine[]
  readonly count: number
} {
  const { items, more } = shownOf(findItems(morning), morning.unread)
  const lines = items.map((item) => toldLine(item, morning))
  return { lines, count: more.reduce((sum, { count }) => sum + count, lines.length) }
}

export function toldLine(item: Item, morning: Morning): ToldLine {
  const { id, shortName } = morning.programme
  const key = keyOf(item)
  return {
    ...{ programmeId: id, programme: shortName, key, opens: key, news: item.kind, since: item.since },
    start: startOf(item, morning),
    actsAt: item.actsAt ?? null,
  }
}

/** When the date begins that a line touches: its own, or the next one of whoever it is about. */
function startOf({ sessionId, personId }: Item, { sessions, undecided, now }: Morning): Instant | null {
  const session = [...sessions, ...undecided].find(({ id }) => id === sessionId)
  if (session) return startOfRound(session, now)
  const ahead = sessions.filter(({ mentorId, executiveId, time }) => {
    return (mentorId === personId || executiveId === personId) && time !== null && time.start > now
  })
  return firstOf(ahead.flatMap(({ time }) => (time ? [time.start] : [])))
}

/** A round without a date: the first of the times on offer. */
function startOfRound({ time, offer }: Session, now: Instant): Instant | null {
  return time?.start ?? firstOf(standingOptions(offer, now).map(({ start }) => start))
}

function firstOf(starts: readonly Instant[]): Instant | null {
  return starts.reduce<Instant | null>((first, each) => (first === null || each < first ? each : first), null)
}
