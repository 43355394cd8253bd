import type { LetterId, ProgrammeId } from '../ids.ts'
import { dayNumber } from '../time/dates.ts'
import { addDays, startOfDay } from '../time/days.ts'
import { after, DAY, type Instant, instant, latest } from '../time/time.ts'
import { toWall } from '../time/zones.ts'
import type { CalendarLetter, Letter, MorningLetter } from './letter.ts'

export type LetterState = 'waiting' | 'sent' | 'failed' | 'stopped' | 'superseded' | 'retired'

/** What a row keeps of its letter once the text is gone: what it did, and no word of it. */
export type LetterEffect = Pick<Letter, 'kind'> &
  Partial<Pick<CalendarLetter, 'method' | 'uid' | 'sequence' | 'dtstamp' | 'time'>> & {
    readonly reader: { readonly email: '' }
  }

/** One row of a thread. */
export type ThreadRow = {
  readonly id: LetterId
  readonly letter: Letter | LetterEffect
  /** It does not open: only its effect is known. */
  readonly isUnopenable: boolean
  readonly state: LetterState
  readonly attempts: number
  readonly dueAt: Instant
  /** Some try was not surely refused. */
  readonly mayBeHad: boolean
  /** What the last try said, or why it waits. */
  readonly error: string | null
  /** It does not leave at night. */
  readonly isQuiet: boolean
}

export function hasText(letter: Letter | LetterEffect): letter is Letter {
  return 'id' in letter
}

/** A row's letter, unless only its effect is left. */
export function textOf(row: ThreadRow): readonly Letter[] {
  return hasText(row.letter) ? [row.letter] : []
}

/**
 * Letters of one thread leave in order: those of a calendar entry, and those of one subject to one reader. Sign-in links,
 * invitations, tests, gathered offers and mails to managers and owners stand by themselves.
 */
export function threadOf(letter: Letter): string {
  switch (letter.kind) {
    case 'calendar':
    case 'test-invite':
      return letter.uid
    case 'sign-in':
    case 'invitation':
    case 'test':
    case 'offers':
    case 'morning':
    case 'urgent':
    case 'health':
      return `${letter.kind}:${letter.id}`
    // By its programme: its reader is a member of none.
    case 'figures':
      return `figures:${letter.programmeId}`
    case 'digest':
      return `digest:${letter.reader.personId}:${Math.floor(letter.madeAt / DAY)}`
    case 'own':
      return `${letter.commitment === null ? 'own' : 'nudge'}:${letter.sessionId}:${letter.reader.personId}`
    default:
      return `${letter.kind}:${letter.sessionId}:${letter.reader.personId}`
  }
}

/** Of a letter about no session, which stands by itself: with the programmes whose it is. */
export function threadWithin(letter: Letter, programmes: readonly ProgrammeId[]): string {
  return [threadOf(letter), ...new Set(programmes)].join(' ')
}

/** Nothing is sent from this moment on; null: what it is about alone says whether the letter is still true. */
export function validUntilOf(letter: Letter): Instant | null {
  switch (letter.kind) {
    case 'sign-in':
    case 'invitation':
    case 'figures':
      return letter.validUntil
    case 'test':
      return after(letter.madeAt, TEST_VALID_MS)
    case 'offer':
      return letter.heldUntil
    case 'offers':
      return latestOf(letter.offers.map(({ heldUntil }) => heldUntil))
    case 'calendar':
    case 'test-invite':
      // A cancellation takes an entry away, also one that lies in the past by now.
      return letter.method === 'CANCEL' ? null : letter.time.end
    case 'brief':
      return letter.time.start
    case 'attendance':
    case 'confirm':
      return letter.time.end
    case 'digest':
      return latestOf(letter.entries.map(({ time }) => time.start))
    case 'closing':
      return instant(dayNumber(letter.keptUntil) * DAY)
    case 'own':
    case 'agreed':
      return after(letter.madeAt, OWN_PAGE_VALID_MS)
    case 'morning':
      return endOfDay(letter)
    case 'urgent':
      return latestOf(letter.lines.flatMap(({ start }) => start ?? []))
    case 'outcome':
    case 'health':
      return null
  }
}

/** A morning's mail is none the next day. */
function endOfDay({ reader: { zone }, madeAt }: MorningLetter): Instant {
  return startOfDay(zone, addDays(toWall(zone, madeAt).day, 1))
}

/** A test that arrives the next day tells nothing. */
const TEST_VALID_MS = DAY
/** As long as its link opens the page. */
const OWN_PAGE_VALID_MS = 30 * DAY

/** A later letter of a thread makes an earlier one false; a DECLINECOUNTER only repeats what stands. */
export function overtakes(later: Letter | LetterEffect): boolean {
  return later.kind !== 'calendar' || later.method !== 'DECLINECOUNTER'
}

function latestOf(moments: readonly Instant[]): Instant | null {
  const [first, ...others] = moments
  return first === undefined ? null : others.reduce((one, other) => latest(one, other), first)
}
