import type { Decision } from '../decision.ts'
import { NO_CHANGE } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../limits.ts'
import type { Availability, DateException, WeeklyWindow } from '../people/person.ts'
import { decideAvailability } from '../slot/set-availability.ts'
import type { ImportContext } from './context.ts'
import type { Verdict } from './counts.ts'
import { windowsOf } from './export.ts'
import { errorAt, type LineError } from './fault.ts'
import type { HoursLine } from './hours-line.ts'
import { acceptedLine, type JudgedLine, refusedLine } from './judged.ts'
import { type Known, ownerOf, type Register } from './register.ts'

export type JudgedHours = {
  readonly lines: readonly JudgedLine[]
  readonly decisions: readonly Decision[]
  readonly register: Register
}

type Window = WeeklyWindow | DateException
type OwnLine = HoursLine & { readonly window: Window }

/** All lines of a person together are his hours from now on: each has the verdict of all. */
export function judgeHours(
  lines: readonly HoursLine[],
  before: Register,
  context: ImportContext,
): JudgedHours {
  const people = new Map(before.people)
  const owners = lines.map(({ email }) => memberWith(before, email))
  const linesOf = Map.groupBy(lines, (_, index) => owners[index]?.person.id ?? null)
  const verdicts = new Map<PersonId, Verdict>()
  const decisions: Decision[] = []
  for (const [id, own] of linesOf) {
    const known = id === null ? undefined : people.get(id)
    const windows = own.filter(isWhole)
    if (!known || windows.length < own.length) continue
    const judged = judgeOne(
      known,
      windows.map(({ window }) => window),
      context,
    )
    verdicts.set(known.person.id, judged.verdict)
    decisions.push(judged.decision)
    const [step] = judged.decision.people
    if (step) people.set(known.person.id, { ...known, person: step.after, hours: step.hours ?? null })
  }
  return {
    lines: lines.map((line, index) => {
      const owner = owners[index]
      const own = (owner && linesOf.get(owner.person.id)) ?? []
      const errors = [...line.errors, ...ownerErrors(line, owner), ...clashes(line, own)]
      const verdict = owner && verdicts.get(owner.person.id)
      return errors.length > 0 || !verdict ? refusedLine(line, errors) : acceptedLine(line, verdict)
    }),
    decisions,
    register: { ...before, people },
  }
}

function judgeOne(
  known: Known,
  windows: readonly Window[],
  { at, by }: ImportContext,
): { readonly verdict: Verdict; readonly decision: Decision } {
  const { person, hours: stored, isManagedElsewhere } = known
  const zone = stored?.zone ?? person.zone
  const hours: Availability = {
    zone,
    weekly: windows.filter((each) => 'day' in each),
    exceptions: windows.filter((each) => 'date' in each),
  }
  if (stored && JSON.stringify(windowsOf(stored)) === JSON.stringify(windowsOf(hours)))
    return { verdict: 'unchanged', decision: NO_CHANGE }
  // Hours that another manager shares stay, and the answer does not show it.
  const isHers = !isManagedElsewhere || person.id === by.id
  return {
    verdict: stored && windowsOf(stored).length > 0 ? 'changed' : 'made',
    decision: isHers ? decideAvailability(person, hours, { at, by }) : NO_CHANGE,
  }
}

function isWhole(line: HoursLine): line is OwnLine {
  return line.window !== undefined && line.errors.length === 0
}

function memberWith(register: Register, email: string | undefined): Known | null {
  const id = email === undefined ? undefined : ownerOf(register, email)
  const known = id === undefined ? undefined : register.people.get(id)
  return known && known.roles.length > 0 ? known : null
}

function ownerErrors({ email }: HoursLine, owner: Known | null | undefined): readonly LineError[] {
  return email === undefined || owner ? [] : [errorAt('email', { code: 'nobody-here', text: email })]
}

/** What stands against earlier lines of the same person, and how many there may be. */
function clashes(line: HoursLine, own: readonly HoursLine[]): readonly LineError[] {
  const { window } = line
  if (!window) return []
  const earlier = own.slice(0, own.indexOf(line))
  const clash = earlier.find((each) => each.window !== undefined && isAgainst(each.window, window))
  const alike = earlier.filter((each) => each.window && 'date' in each.window === 'date' in window)
  const most = 'date' in window ? MAX_DATE_EXCEPTIONS : MAX_WEEKLY_WINDOWS
  return [
    ...(clash ? [errorAt('from', { code: 'overlapping-hours', line: clash.line })] : []),
    ...(alike.length >= most ? [errorAt('day', { code: 'too-many', most })] : []),
  ]
}

/** On the same day: two that overlap, or a date that is closed and open. */
function isAgainst(one: Window, other: Window): boolean {
  const isSameDay =
    'date' in one ? 'date' in other && one.date === other.date : !('date' in other) && one.day === other.day
  if (!isSameDay) return false
  if (one.from === null || one.to === null || other.from === null || other.to === null) return true
  return one.from < other.to && other.from < one.to
}
