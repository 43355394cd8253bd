import type { FormatId } from '../ids.ts'
import type { Blocker } from '../people/person.ts'
import type { Evidence } from '../session/outcome.ts'
import { ACT_OF_AIM, type Aim } from './aim.ts'
import { fitOf, type Format, type FormatFit } from './format.ts'
import { CLOSING_TALK, FIRST_MEETING, type StandardFormat } from './house.ts'
import type { PathReading, PathStep } from './path.ts'
import { EVIDENCES, stageOf, STAGES } from './stage.ts'
import { countedIn, restOf } from './track-walk.ts'

/** All that decides what comes next. */
export type Path = PathReading & {
  readonly formats: readonly Format[]
  /** Null: not yet said. Then every act counts, the nearest first. */
  readonly aim: Aim | null
  readonly blockers: readonly Blocker[]
  /** The formats that were chosen for this executive, in order. */
  readonly written: readonly FormatId[]
  readonly byPhone: boolean
}

/** Why a format comes next. */
export type StepReason =
  | { readonly code: 'first-meeting' }
  /** The next of the track, or the talk it ends with. */
  | { readonly code: 'track-step' }
  | { readonly code: 'smaller' }
  | { readonly code: 'not-done' }
  | { readonly code: 'cut-short' }
  | { readonly code: 'written' }
  | { readonly code: 'leads-to'; readonly act: Evidence }
  | { readonly code: 'aim'; readonly aim: Aim }
  | { readonly code: 'habit'; readonly act: Evidence }
  | { readonly code: 'blocker'; readonly blocker: Blocker }
  | { readonly code: 'phone' }
  | { readonly code: 'aim-seen'; readonly aim: Aim }
  | { readonly code: 'walked-through' }
  | { readonly code: 'not-yet' }
export type ReasonCode = StepReason['code']

export type NextStep = {
  readonly format: Format
  /** The same as before in less: it was cut short, or what was agreed was not done. */
  readonly isSmaller: boolean
  /** The weightiest first; never empty. */
  readonly reasons: readonly StepReason[]
}

/**
 * What can come next, best first: docs/decisions/0092-what-comes-next.md. Nothing that leads first to an act that was
 * seen, nothing before what it needs, nothing again unless it failed, and that once. In a track its rest. Empty only after the closing talk.
 */
export function nextSteps(path: Path): readonly NextStep[] {
  if (path.hasClosed) return []
  const onTrack = trackSteps(path)
  if (onTrack.length > 0) return onTrack
  const between = path.formats.flatMap((format) => candidateOf(path, format) ?? [])
  const closing = path.formats.find(({ standard }) => standard === CLOSING_TALK)
  // Put away, it comes all the same where nothing else is left: a path ends with it, not in nothing.
  const isWalked = between.length === 0 || (isAimSeen(path) && !closing?.isArchived)
  const ranked = [...between, ...(closing && isWalked ? [closingOf(path, closing, between)] : [])]
  return ranked
    .toSorted((one, other) => compareRanks(one.rank, other.rank))
    .map(({ format, isSmaller, reasons }) => ({ format, isSmaller, reasons }))
}

/**
 * The first meeting where nothing came before, the rest of the track in its order, then the closing talk. None without a
 * track, or where it is walked through and the programme has put the closing talk away.
 */
function trackSteps(path: Path): readonly NextStep[] {
  if (!path.track || countedIn(path).length === 0) return []
  const named = (name: StandardFormat) =>
    path.formats.find(({ standard, isArchived }) => standard === name && !isArchived)
  const first = path.hasMet ? undefined : named(FIRST_MEETING)
  const rest = restOf(path).map(({ format, isRepeat }) => trackStep(format, isRepeat))
  const closing = rest.length === 0 ? named(CLOSING_TALK) : undefined
  if (!closing && rest.length === 0) return []
  return [
    ...(first ? [{ format: first, isSmaller: false, reasons: [{ code: 'first-meeting' }] } as const] : []),
    ...rest,
    ...(closing
      ? [
          {
            format: closing,
            isSmaller: false,
            reasons: [{ code: 'track-step' }, { code: 'walked-through' }],
          } as const,
        ]
      : []),
  ]
}

function trackStep(format: Format, isRepeat: boolean): NextStep {
  const again: readonly StepReason[] = isRepeat ? [{ code: 'smaller' }, { code: 'cut-short' }] : []
  return { format, isSmaller: isRepeat, reasons: [{ code: 'track-step' }, ...again] }
}

type Candidate = NextStep & { readonly rank: readonly number[] }

/** Higher comes first, number by number. */
function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((each, index) => each !== other[index])
  return (other[at] ?? 0) - (one[at] ?? 0)
}

/** From what comes first to what is only left over. */
const TIER = { firstMeeting: 6, smaller: 5, written: 4, onTheWay: 3, serves: 2, closing: 1, rest: 0 } as const

/** A format that may come next, with its rank; null: it may not. */
function candidateOf(path: Path, format: Format): Candidate | null {
  const fit = fitOnPath(path, format)
  const before = path.steps.filter(({ formatId }) => formatId === format.id)
  if (format.isArchived || format.standard === CLOSING_TALK) return null
  if (format.standard === FIRST_MEETING) return path.hasMet ? null : firstMeeting(format)
  if (!mayComeAgain(before) || !isReady(path, fit)) return null

  const isSmaller = before.length > 0
  const isRecent = before.some(({ sessionId }) => recent(path).has(sessionId))
  const tier = tierOf(path, format, fit, isSmaller && isRecent)
  const rank = [
    tier,
    -writtenAt(path, format),
    tier === TIER.onTheWay ? nearness(path, fit.act) : 0,
    Number(!isSmaller),
    Number(serves(path, fit)),
    Number(habitOf(path, fit) !== null),
    Number(suits(path, fit).length > 0),
    Number(!path.byPhone || fit.phone),
    -format.position,
  ]
  return { format, isSmaller, reasons: reasonsOf(path, format, fit, before), rank }
}

/** Without stages a format waits for none and leads to no act. */
function fitOnPath({ hasStages, formats }: Path, format: Format): FormatFit {
  const fit = fitOf(format, formats)
  return hasStages ? fit : { ...fit, stage: 'curious', act: null }
}

function firstMeeting(format: Format): Candidate {
  return { format, isSmaller: false, reasons: [{ code: 'first-meeting' }], rank: [TIER.firstMeeting] }
}

function closingOf(path: Path, format: Format, between: readonly Candidate[]): Candidate {
  const reasons: readonly StepReason[] =
    path.aim && isAimSeen(path) && between.length > 0
      ? [{ code: 'aim-seen', aim: path.aim }]
      : [{ code: 'walked-through' }]
  return { format, isSmaller: false, reasons, rank: [TIER.closing] }
}

/** New, or once more after it was cut short or what was agreed in it was not done. */
function mayComeAgain(before: readonly PathStep[]): boolean {
  const [only, another] = before
  return !only || (!another && hasFailed(only))
}

function hasFailed({ wasCutShort, done }: PathStep): boolean {
  return wasCutShort || done === 'no'
}

/** The stage is reached, its act was not seen yet, and what it needs has come. What was put away is not waited for. */
function isReady({ acts, steps, formats }: Path, { stage, act, after }: FormatFit): boolean {
  const isWaitedFor = (id: FormatId) => formats.some((each) => each.id === id && !each.isArchived)
  return (
    STAGES.indexOf(stage) <= STAGES.indexOf(stageOf(acts)) &&
    (act === null || !acts.includes(act)) &&
    after.filter(isWaitedFor).every((id) => steps.some(({ formatId }) => formatId === id))
  )
}

function tierOf(path: Path, format: Format, fit: FormatFit, isToRepeat: boolean): number {
  if (isToRepeat) return TIER.smaller
  if (path.written.includes(format.id)) return TIER.written
  if (fit.act !== null && wayOf(path).includes(fit.act)) return TIER.onTheWay
  return serves(path, fit) ? TIER.serves : TIER.rest
}

function writtenAt({ written }: Path, { id }: Format): number {
  const at = written.indexOf(id)
  return at < 0 ? written.length : at
}

/** The acts up to the aim's that were not seen yet, the nearest first; none once the aim's was. */
function wayOf(path: Path): readonly Evidence[] {
  if (isAimSeen(path)) return []
  const last = path.aim ? EVIDENCES.indexOf(ACT_OF_AIM[path.aim]) : EVIDENCES.length
  return EVIDENCES.slice(0, last + 1).filter((act) => !path.acts.includes(act))
}

function isAimSeen({ aim, acts }: Path): boolean {
  return aim !== null && acts.includes(ACT_OF_AIM[aim])
}

/** Whoever was seen doing nothing begins with the nearest act. Whoever was, goes for the aim, as straight as can be. */
function nearness({ aim, acts }: Path, act: Evidence | null): number {
  const at = act ? EVIDENCES.indexOf(act) : 0
  return aim === null || acts.length === 0 ? -at : at
}

function serves({ aim }: Path, { aims }: FormatFit): boolean {
  return aim === null || aims.includes(aim)
}

function suits({ blockers }: Path, fit: FormatFit): readonly Blocker[] {
  return blockers.filter((each) => fit.blockers.includes(each))
}

/** The latest two sessions: what was agreed in the last but one is known when the last was logged. */
function recent({ steps }: Path): ReadonlySet<PathStep['sessionId']> {
  const latest = steps.toSorted((one, other) => other.at - one.at).slice(0, 2)
  return new Set(latest.map(({ sessionId }) => sessionId))
}

function reasonsOf(
  path: Path,
  format: Format,
  fit: FormatFit,
  before: readonly PathStep[],
): readonly StepReason[] {
  const { aim, byPhone, written } = path
  const [failed] = before
  const habit = habitOf(path, fit)
  const reasons: readonly (StepReason | null | false)[] = [
    failed ? { code: 'smaller' } : null,
    failed ? { code: failed.wasCutShort ? 'cut-short' : 'not-done' } : null,
    written.includes(format.id) && { code: 'written' },
    fit.act !== null && { code: 'leads-to', act: fit.act },
    aim !== null && fit.aims.includes(aim) && { code: 'aim', aim },
    habit !== null && { code: 'habit', act: habit },
    ...suits(path, fit).map((blocker) => ({ code: 'blocker', blocker }) as const),
    byPhone && fit.phone && { code: 'phone' },
  ]
  const all = reasons.filter((each) => each !== null && each !== false)
  return all.length > 0 ? all : [{ code: 'not-yet' }]
}

/** The act that was seen and that this practice makes a habit of. */
function habitOf({ acts }: Path, { act, stage }: FormatFit): Evidence | null {
  return act === null ? (acts.find((each) => each === stage) ?? null) : null
}
