import type { Decision } from '../decision.ts'
import { NO_CHANGE } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { MAX_DATE_EXCEPTIONS, MAX_WEEKLY_WINDOWS } from '../limits.ts'
import type { Availability, DateException, WeeklyWindow } from '../people/person.ts'
import { decideAvailability } from '../slot/set-availability.ts'
import type { ImportContext } from './context.ts'
import type { Verdict } from './counts.ts'
import { windowsOf, windowText } from './export.ts'
import { errorAt, type LineError } from './fault.ts'
import type { HoursLine } from './hours-line.ts'
import { acceptedLine, type Change, type JudgedLine, refusedLine } from './judged.ts'
import { joined } from './person-line.ts'
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
  const outcomes = new Map<PersonId, Outcome>()
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
    outcomes.set(known.person.id, judged)
    decisions.push(judged.decision)
    const [step] = judged.decision.people
    if (step) people.set(known.person.id, { ...known, person: step.after, hours: step.hours ?? null })
  }
  const clashes = new Map([...linesOf].flatMap(([id, own]) => (id === null ? [] : clashesIn(own))))
  return {
    lines: lines.map((line, index) => {
      const owner = owners[index]
      const errors = [...line.errors, ...ownerErrors(line, owner), ...(clashes.get(line) ?? [])]
      const outcome = owner && outcomes.get(owner.person.id)
      if (errors.length > 0 || !outcome) return refusedLine(line, errors)
      const isFirst = linesOf.get(owner.person.id)?.[0] === line
      return acceptedLine(line, outcome.verdict, isFirst ? endedIn(outcome) : [])
    }),
    decisions,
    register: { ...before, people },
  }
}

type Outcome = {
  readonly verdict: Verdict
  readonly decision: Decision
  /** The windows that are not among the lines, and so are no more. */
  readonly ended: readonly string[]
}

function judgeOne(known: Known, windows: readonly Window[], { at, by }: ImportContext): Outcome {
  const { person, hours: stored, isManagedElsewhere } = known
  const zone = stored?.zone ?? person.zone
  const hours: Availability = {
    zone,
    weekly: windows.filter((each) => 'day' in each),
    exceptions: windows.filter((each) => 'date' in each),
  }
  if (stored && JSON.stringify(windowsOf(stored)) === JSON.stringify(windowsOf(hours)))
    return { verdict: 'unchanged', decision: NO_CHANGE, ended: [] }
  // Hours that another manager shares stay, and the answer does not show it.
  const isHers = !isManagedElsewhere || person.id === by.id
  return {
    verdict: stored && windowsOf(stored).length > 0 ? 'changed' : 'made',
    decision: isHers ? decideAvailability(person, hours, { at, by }) : NO_CHANGE,
    ended: stored ? endedBetween(stored, hours) : [],
  }
}

function endedBetween(before: Availability, after: Availability): readonly string[] {
  const stay = new Set(windowsOf(after).map(windowText))
  return windowsOf(before)
    .map(windowText)
    .filter((each) => !stay.has(each))
}

/** A file of hours says nothing of what it leaves out: the preview does, at the first line of each person. */
function endedIn({ ended }: Outcome): readonly Change[] {
  return ended.length > 0 ? [{ field: 'day', before: joined(ended), after: '' }] : []
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
function clashesIn(own: readonly HoursLine[]): readonly (readonly [HoursLine, readonly LineError[]])[] {
  const byDay = new Map<number | string, OwnLine[]>()
  const counted = { weekly: 0, dates: 0 }
  return own.flatMap((line) => {
    const { window } = line
    if (!window) return []
    const [kind, most] =
      'date' in window ? (['dates', MAX_DATE_EXCEPTIONS] as const) : (['weekly', MAX_WEEKLY_WINDOWS] as const)
    counted[kind] += 1
    if (counted[kind] > most) return [[line, [errorAt('day', { code: 'too-many', most })]]]
    const day = 'date' in window ? window.date : window.day
    const earlier = byDay.get(day) ?? []
    byDay.set(day, [...earlier, { ...line, window }])
    const clash = earlier.find((each) => isAgainst(each.window, window))
    return clash ? [[line, [errorAt('from', { code: 'overlapping-hours', line: clash.line })]]] : []
  })
}

/** On the same day: two that overlap, or a date that is closed and open. */
function isAgainst(one: Window, other: Window): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return true
  return one.from < other.to && other.from < one.to
}
