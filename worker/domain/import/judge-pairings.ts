import type { Decision } from '../decision.ts'
import type { PairingId } from '../ids.ts'
import { whyNotPlace } from '../letter/outward-place.ts'
import { MAX_IMPORTED_PLACES } from '../limits.ts'
import { usualKind } from '../pairing/kind.ts'
import { type Candidate, decidePairing } from '../pairing/make.ts'
import type { Pairing, Place } from '../pairing/pairing.ts'
import { placeText } from '../pairing/place-text.ts'
import { reportingBetween } from '../pairing/reporting-line.ts'
import type { ImportContext } from './context.ts'
import { errorAt, type LineError } from './fault.ts'
import { acceptedLine, type JudgedLine, refusedLine } from './judged.ts'
import type { PairingLine } from './pairing-line.ts'
import { refusedAt } from './refused-at.ts'
import { ownerOf, type Register, superiorsIn } from './register.ts'

/** A pairing that exists and meets elsewhere from now on: its own rule decides who hears of it. */
export type PlaceChange = { readonly id: PairingId; readonly place: Place | null }

export type JudgedPairings = {
  readonly lines: readonly JudgedLine[]
  readonly decisions: readonly Decision[]
  readonly places: readonly PlaceChange[]
}

type Judged = {
  readonly line: JudgedLine
  readonly decision: Decision | null
  readonly place: PlaceChange | null
}

/** Judges the pairings of a file by the rule for one, in the order of its lines. */
export function judgePairings(
  lines: readonly PairingLine[],
  before: Register,
  context: ImportContext,
): JudgedPairings {
  const living = new Map(before.pairings.map((each) => [pairOf(each), each]))
  const lineOf = new Map<string, number>()
  let moved = 0
  const judged = lines.map((line): Judged => {
    const one = judgeOne(line, before, { lineOf, living, moved }, context)
    if (one.place) moved += 1
    for (const { after } of one.decision?.pairings ?? []) living.set(pairOf(after), after)
    return one
  })
  return {
    lines: judged.map(({ line }) => line),
    decisions: judged.flatMap(({ decision }) => decision ?? []),
    places: judged.flatMap(({ place }) => place ?? []),
  }
}

type SoFar = {
  readonly lineOf: Map<string, number>
  /** Those that have not ended, with those of earlier lines. */
  readonly living: ReadonlyMap<string, Pairing>
  readonly moved: number
}

function judgeOne(
  line: PairingLine,
  register: Register,
  { lineOf, living: all, moved }: SoFar,
  context: ImportContext,
): Judged {
  const refused = (errors: readonly LineError[]): Judged => ({
    line: refusedLine(line, errors),
    decision: null,
    place: null,
  })
  const mentor = candidateIn(register, line.mentor)
  const executive = candidateIn(register, line.executive)
  const missing = [
    ...(line.mentor && !mentor ? [errorAt('mentor', { code: 'nobody-here', text: line.mentor })] : []),
    ...(line.executive && !executive
      ? [errorAt('executive', { code: 'nobody-here', text: line.executive })]
      : []),
  ]
  const errors = [...line.errors, ...missing]
  if (errors.length > 0 || !mentor || !executive) return refused(errors)

  const ids = { mentorId: mentor.person.id, executiveId: executive.person.id }
  const pair = pairOf(ids)
  const earlier = lineOf.get(pair)
  if (earlier !== undefined) return refused([errorAt(null, { code: 'duplicate', line: earlier })])
  lineOf.set(pair, line.line)

  const living = all.get(pair)
  const said = line.place && line.values.place !== placeText(living?.place ?? null) ? line.place : null
  const meeting = { programme: register.programme, executive: executive.person, mentor: mentor.person }
  const indiscreet = whyNotPlace(said, meeting)
  if (indiscreet) return refused([refusedAt(indiscreet)])
  if (living) return judgeLiving(line, living, moved, refused)
  const { kind = usualKind(reportingBetween(mentor, executive)), place = null } = line
  const wish = { id: context.newId('pai'), programmeId: register.programme.id, ...ids, kind, place }
  const made = decidePairing(wish, { mentor, executive, living: null }, context)
  return made.ok
    ? { line: acceptedLine(line, 'made'), decision: made.value, place: null }
    : refused([refusedAt(made.refusal)])
}

function judgeLiving(
  line: PairingLine,
  living: Pairing,
  moved: number,
  refused: (errors: readonly LineError[]) => Judged,
): Judged {
  if (line.kind !== undefined && line.kind !== living.kind)
    return refused([errorAt('kind', { code: 'kind-stays', kind: living.kind })])
  const [before, after] = [placeText(living.place), line.values.place ?? '']
  if (line.place === undefined || before === after)
    return { line: acceptedLine(line, 'unchanged'), decision: null, place: null }
  if (moved >= MAX_IMPORTED_PLACES)
    return refused([errorAt('place', { code: 'too-many-places', most: MAX_IMPORTED_PLACES })])
  return {
    line: acceptedLine(line, 'changed', [{ field: 'place', before, after }]),
    decision: null,
    place: { id: living.id, place: line.place },
  }
}

/** Whoever is in the programme, with all superiors; anybody else looks as if he were not there. */
function candidateIn(register: Register, address: string | undefined): Candidate | null {
  const id = address === undefined ? undefined : ownerOf(register, address)
  const known = id === undefined ? undefined : register.people.get(id)
  if (!known || known.roles.length === 0) return null
  const { person, roles } = known
  return { person, roles, superiors: superiorsIn(register, person.id) }
}

function pairOf({ mentorId, executiveId }: Pick<Pairing, 'mentorId' | 'executiveId'>): string {
  return `${mentorId} ${executiveId}`
}
