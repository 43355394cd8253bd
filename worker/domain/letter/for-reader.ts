import type { LetterId } from '../ids.ts'
import type { CalendarLetter, Letter } from './letter.ts'
import { hasText, type ThreadRow } from './thread.ts'

/**
 * A letter that was never tried says what is new to its reader: an invite whose predecessors never reached him names no
 * time that he never saw. Where every earlier one was handed over, and for a copy of a sent letter, nothing changes.
 */
export function forReader(id: LetterId, letter: Letter, earlier: readonly ThreadRow[]): Letter {
  if (letter.kind !== 'calendar' || letter.method !== 'REQUEST' || letter.id !== id) return letter
  const requests = earlier.filter(({ letter: each }) => each.kind === 'calendar' && each.method === 'REQUEST')
  const lost = requests.filter(({ state }) => state !== 'sent')
  if (lost.length === 0) return letter

  const last = requests.findLast(({ state }) => state === 'sent')?.letter ?? null
  return { ...letter, ...newsSince(last, letter), ...carriedOver(letter, lost) }
}

function newsSince(
  last: ThreadRow['letter'] | null,
  letter: CalendarLetter,
): Pick<CalendarLetter, 'movedFrom' | 'news'> {
  if (last?.kind !== 'calendar' || !last.time) return { movedFrom: null, news: 'time' }
  if (last.time.start !== letter.time.start || last.time.end !== letter.time.end)
    return { movedFrom: last.time, news: 'time' }
  if (!hasText(last) || last.kind !== 'calendar') return { movedFrom: null, news: 'time' }
  if (last.otherName !== letter.otherName) return { movedFrom: null, news: 'person' }
  const isElsewhere = JSON.stringify(last.place) !== JSON.stringify(letter.place)
  return { movedFrom: null, news: isElsewhere ? 'place' : 'time' }
}

/** What is said once, and was to be said by a letter that surely nobody had. */
function carriedOver(
  letter: CalendarLetter,
  lost: readonly ThreadRow[],
): Pick<CalendarLetter, 'firstContact' | 'asks' | 'answeredBy'> {
  const unseen = lost.flatMap(({ letter: each, mayBeHad }) =>
    !mayBeHad && hasText(each) && each.kind === 'calendar' ? [each] : [],
  )
  return {
    firstContact: letter.firstContact || unseen.some(({ firstContact }) => firstContact),
    asks: letter.asks ?? unseen.find(({ asks }) => asks !== null)?.asks ?? null,
    answeredBy:
      letter.answeredBy ?? unseen.findLast(({ answeredBy }) => answeredBy !== null)?.answeredBy ?? null,
  }
}
