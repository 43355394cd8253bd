import type { PersonId, ProgrammeId } from '../ids.ts'
import type { MorningLetter, ToldLine, UrgentLetter } from '../letter/letter.ts'
import type { Instant } from '../time/time.ts'
import { type Hearer, hearersOf } from './hearers.ts'
import { toldLines } from './told.ts'
import { type Telling, urgentLines } from './urgent.ts'

/** What a programme's Today says now, and who gets which of its mails. */
export type ToldNow = {
  readonly lines: ReadonlyMap<string, ToldLine>
  readonly count: number
  readonly hears: Readonly<Record<'morning' | 'urgent', ReadonlySet<PersonId>>>
}

export function toldNow(telling: Telling, managers: readonly Hearer[]): ToldNow {
  const { morning } = telling
  const { lines, count } = toldLines(morning)
  const urgent = urgentLines(telling).map(({ from: _, byId: _by, ...line }) => line)
  const hears = (mail: 'morning' | 'urgent') =>
    new Set(hearersOf(managers, mail, morning.now).map(({ hearer }) => hearer.id))
  return {
    lines: new Map([...lines, ...urgent].map((line) => [line.key, line])),
    count,
    hears: { morning: hears('morning'), urgent: hears('urgent') },
  }
}

type ManagerLetter = MorningLetter | UrgentLetter

/**
 * Without what was dealt with, put off, or is no longer hers to hear. Null: nothing is left. What has begun meanwhile is
 * not urgent any more.
 */
export function asToldNow(
  letter: ManagerLetter,
  told: ReadonlyMap<ProgrammeId, ToldNow>,
  now: Instant,
): ManagerLetter | null {
  const lines = letter.lines.flatMap((line) => lineNow(line, letter, told) ?? [])
  const left = letter.kind === 'urgent' ? lines.filter(({ start }) => start === null || start > now) : lines
  if (left.length === 0) return null
  if (JSON.stringify(left) === JSON.stringify(letter.lines)) return letter
  if (letter.kind === 'urgent') return { ...letter, lines: left }
  const programmes = new Set(letter.lines.map(({ programmeId }) => programmeId))
  const count = Array.from(programmes).reduce((sum, id) => sum + (told.get(id)?.count ?? 0), 0)
  return { ...letter, lines: left, more: Math.min(letter.more, Math.max(0, count - left.length)) }
}

/** As it is now; when it arose is kept. */
function lineNow(
  line: ToldLine,
  { kind, reader }: ManagerLetter,
  told: ReadonlyMap<ProgrammeId, ToldNow>,
): ToldLine | null {
  const now = told.get(line.programmeId)
  const found = now?.lines.get(line.key)
  return now && found && now.hears[kind].has(reader.personId)
    ? { ...line, ...found, since: line.since }
    : null
}
