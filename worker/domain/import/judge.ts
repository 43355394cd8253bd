import { type Decision, NO_CHANGE, together } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import type { ImportContext } from './context.ts'
import type { Counts, Verdict } from './counts.ts'
import type { ImportFile, ImportKind, ImportLine } from './file.ts'
import { readHoursLine } from './hours-line.ts'
import { judgeHours } from './judge-hours.ts'
import { judgePairings, type PlaceChange } from './judge-pairings.ts'
import { judgePeople } from './judge-people.ts'
import type { JudgedLine } from './judged.ts'
import { readPairingLine } from './pairing-line.ts'
import { readPersonLine } from './person-line.ts'
import type { Register } from './register.ts'

export type JudgedFile = Pick<ImportFile, 'kind' | 'name' | 'columns'> & {
  readonly lines: readonly JudgedLine[]
}

export type Judgement = {
  /** As they were brought. */
  readonly files: readonly JudgedFile[]
  readonly counts: Counts
  /** How many errors stand in all lines. */
  readonly errors: number
  /** All of it in one batch; only if there is no error. */
  readonly decision: Decision
  readonly places: readonly PlaceChange[]
  readonly answeredAnew: readonly PersonId[]
  readonly changesAddresses: boolean
}

/**
 * What an import would do to the programme as it is now, line by line, by the rules that hold for each alone. Pairings
 * and hours may be of people of the same import, so people go first.
 */
export function judgeImport(
  files: readonly ImportFile[],
  register: Register,
  context: ImportContext,
): Judgement {
  const people = judgePeople(
    linesOf(files, 'people', (file, line) => readPersonLine(file, line, context.zoneOfCity)),
    register,
    context,
  )
  const hours = judgeHours(
    linesOf(files, 'hours', (file, line) => readHoursLine(file, line, context.typedBy)),
    people.register,
    context,
  )
  const pairings = judgePairings(
    linesOf(files, 'pairings', (file, line) => readPairingLine(file, line, context.isUrl)),
    hours.register,
    context,
  )
  const judged = { people: people.lines, hours: hours.lines, pairings: pairings.lines }
  const lines = Object.values(judged).flat()
  const count = (verdict: Verdict) => lines.filter((each) => each.verdict === verdict).length
  return {
    files: filesWith(files, judged),
    counts: { made: count('made'), changed: count('changed'), unchanged: count('unchanged') },
    errors: lines.reduce((sum, { errors }) => sum + errors.length, 0),
    decision: inOne([...people.decisions, ...hours.decisions, ...pairings.decisions]),
    places: pairings.places,
    answeredAnew: people.answeredAnew,
    changesAddresses: people.changesAddresses,
  }
}

/** The lines of all files of a kind, one file after the other. */
function linesOf<Line>(
  files: readonly ImportFile[],
  kind: ImportKind,
  read: (file: ImportFile, line: ImportLine) => Line,
): readonly Line[] {
  return files
    .filter((file) => file.kind === kind)
    .flatMap((file) => file.lines.map((line) => read(file, line)))
}

/** Back to the files they stand in. */
function filesWith(
  files: readonly ImportFile[],
  judged: Readonly<Record<ImportKind, readonly JudgedLine[]>>,
): readonly JudgedFile[] {
  return files.map((file, index) => {
    const before = files.slice(0, index).filter(({ kind }) => kind === file.kind)
    const start = before.reduce((sum, { lines }) => sum + lines.length, 0)
    const { kind, name, columns } = file
    return { kind, name, columns, lines: judged[kind].slice(start, start + file.lines.length) }
  })
}

/** One batch, guarded by every version that any of them was decided by. */
export function inOne(decisions: readonly Decision[]): Decision {
  const guards = new Map(decisions.flatMap(({ diaries }) => diaries).map((each) => [each.personId, each]))
  return { ...together(NO_CHANGE, ...decisions), diaries: [...guards.values()] }
}
