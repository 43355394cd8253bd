import type { LetterId, NewId } from '../ids.ts'
import { accept } from '../result.ts'
import type { Instant } from '../time/time.ts'
import { forReader } from './for-reader.ts'
import { waitsForHealth } from './health.ts'
import type { CalendarLetter, Letter } from './letter.ts'
import type { Present } from './present.ts'
import { notBeforeMorning } from './quiet-hours.ts'
import { type LinkInstead, readdressed } from './readdress.ts'
import { asOfNow, type Untrue } from './still-true.ts'
import { hasText, overtakes, type ThreadRow } from './thread.ts'

/** Why a letter was never sent, and why that is well. */
export type RetiredFor = Untrue['reason'] | 'never-had' | 'undone' | 'restored'

/** What becomes of one waiting letter. */
export type Verdict =
  /** It is the thread's next. A letter that was never tried may differ from the row. */
  | { readonly act: 'send'; readonly row: ThreadRow; readonly letter: Letter }
  /** A later letter makes it false; its id is the reason. */
  | { readonly act: 'supersede'; readonly row: ThreadRow; readonly by: LetterId }
  | { readonly act: 'retire'; readonly row: ThreadRow; readonly why: RetiredFor }
  /** It does not open: a person has to see it. */
  | { readonly act: 'fail'; readonly row: ThreadRow; readonly error: 'unopenable-letter' }
  /** Another letter of the thread has to leave, or to be taken back, before it; or it is night; or not all is well yet. */
  | { readonly act: 'wait'; readonly row: ThreadRow; readonly until: Instant }
  /**
   * It was tried and is true only in part, or it goes to another address by now: another letter says what is left, with
   * links of its own where the old ones have ended.
   */
  | {
      readonly act: 'replace'
      readonly row: ThreadRow
      readonly letter: Letter
      readonly links: readonly LinkInstead[]
    }

/**
 * Decides over a thread whose letters are given in the order in which they were written, none of them being sent at this
 * moment. At most one is sent. Nobody gets what a later letter takes back, and who surely never had an invite gets no
 * cancellation.
 */
export function decideThread(
  thread: readonly ThreadRow[],
  present: Present,
  newId: NewId,
): readonly Verdict[] {
  const verdicts: Verdict[] = []
  let isTaken: Instant | null = null
  for (const [index, row] of thread.entries()) {
    if (row.state !== 'waiting') continue
    const later = thread.slice(index + 1).filter((each) => each.state === 'waiting' && overtakes(each.letter))
    const verdict = judge(row, { earlier: thread.slice(0, index), later, thread }, present, newId)
    if (verdict && verdict.act !== 'send') verdicts.push(verdict)
    else if (isTaken !== null) {
      if (row.dueAt <= present.now && isTaken > present.now)
        verdicts.push({ act: 'wait', row, until: isTaken })
    } else {
      isTaken = row.dueAt
      if (verdict) verdicts.push(verdict)
    }
  }
  return verdicts
}

type Around = {
  readonly thread: readonly ThreadRow[]
  readonly earlier: readonly ThreadRow[]
  /** The waiting letters that overtake it. */
  readonly later: readonly ThreadRow[]
}

/** Null for a letter that stays and is not due yet. */
function judge(
  row: ThreadRow,
  { thread, earlier, later }: Around,
  present: Present,
  newId: NewId,
): Verdict | null {
  const { now } = present
  const overtaker = later.findLast((each) => each.dueAt <= now || wasTried(each))
  if (overtaker) return { act: 'supersede', row, by: overtaker.id }
  if (row.dueAt > now) return null
  if (row.isUnopenable) return { act: 'fail', row, error: 'unopenable-letter' }
  if (!hasText(row.letter)) return { act: 'retire', row, why: 'gone' }

  const well = waitsForHealth(row.letter, present.health, now)
  if (well) return { act: 'wait', row, until: well }

  const verdict = row.letter.kind === 'calendar' ? judgeCalendar(row, row.letter, thread) : null
  if (verdict) return verdict

  const found = correctsCalendar(row, thread, present) ? accept(row.letter) : asOfNow(row.letter, present)
  if (!found.ok) {
    // What makes it false may still be taken back.
    const next = later.at(-1)
    return next ? { act: 'wait', row, until: next.dueAt } : { act: 'retire', row, why: found.refusal.reason }
  }
  const morning = row.isQuiet ? notBeforeMorning(found.value, now, ...startsAt(found.value, present)) : now
  if (morning > now) return { act: 'wait', row, until: morning }
  const moved = readdressed(found.value, present, newId)
  if (moved) return { act: 'replace', row, ...moved }
  if (wasTried(row) && found.value !== row.letter)
    return { act: 'replace', row, letter: { ...found.value, id: newId('let') }, links: [] }
  return { act: 'send', row, letter: wasTried(row) ? found.value : forReader(row.id, found.value, earlier) }
}

/** A nudge names no time: what it is about starts when its session does. */
function startsAt(letter: Letter, { sessions }: Present): readonly [Instant | null] | readonly [] {
  return letter.kind === 'own' ? [sessions.get(letter.sessionId)?.session.time?.start ?? null] : []
}

/** After the first try the octets of a letter never change. */
function wasTried({ attempts, mayBeHad }: ThreadRow): boolean {
  return attempts > 0 || mayBeHad
}

/** What the calendar had decides: no invite after its cancellation or after a later one, no cancellation of nothing. */
function judgeCalendar(row: ThreadRow, letter: CalendarLetter, thread: readonly ThreadRow[]): Verdict | null {
  const had = thread.filter((each) => each.id !== row.id && each.mayBeHad && each.letter.kind === 'calendar')
  if (letter.method === 'CANCEL')
    return had.some((each) => methodOf(each) === 'REQUEST') || row.mayBeHad
      ? null
      : { act: 'retire', row, why: 'never-had' }
  if (had.some((each) => methodOf(each) === 'CANCEL')) return { act: 'retire', row, why: 'called-off' }
  const newer = had.findLast((each) => methodOf(each) === 'REQUEST' && isLater(each, letter))
  return newer ? { act: 'supersede', row, by: newer.id } : null
}

/**
 * An invite whose hour has passed leaves only where the calendar may still show the event at a time to come: it was moved
 * there, and nothing else takes the wrong time away.
 */
function correctsCalendar(row: ThreadRow, thread: readonly ThreadRow[], { now, sessions }: Present): boolean {
  const { letter } = row
  if (!hasText(letter) || letter.kind !== 'calendar' || letter.method !== 'REQUEST') return false
  if (letter.time.end > now) return false
  const had = thread.filter((each) => each.id !== row.id && each.mayBeHad && methodOf(each) === 'REQUEST')
  const mayBeShown = had.slice(
    Math.max(
      0,
      had.findLastIndex(({ state }) => state === 'sent'),
    ),
  )
  const invite = sessions.get(letter.sessionId)?.session.invites.find(({ uid }) => uid === letter.uid)
  return (
    mayBeShown.some((each) => each.letter.kind === 'calendar' && (each.letter.time?.end ?? 0) > now) &&
    invite?.live === true &&
    invite.sequence === letter.sequence
  )
}

function methodOf({ letter }: ThreadRow): CalendarLetter['method'] | null {
  return letter.kind === 'calendar' ? (letter.method ?? null) : null
}

/** RFC 5546 §2.1.5: SEQUENCE, then DTSTAMP. */
function isLater({ letter }: ThreadRow, { sequence, dtstamp }: CalendarLetter): boolean {
  if (letter.kind !== 'calendar') return false
  const [one, other] = [letter.sequence ?? 0, sequence]
  return one === other ? (letter.dtstamp ?? 0) > dtstamp : one > other
}
