import type { FormatId, SessionId } from '../ids.ts'
import type { Done, Evidence } from '../session/outcome.ts'
import type { Instant } from '../time/time.ts'
import type { PairingTrack } from './track.ts'

/** One session that began with a format, held or passed without a log. */
export type PathStep = {
  readonly sessionId: SessionId
  readonly formatId: FormatId
  readonly at: Instant
  readonly wasCutShort: boolean
  /** What became of what was agreed in it; null: nothing was agreed, or nobody has said. */
  readonly done: Done | null
}

/** How far an executive has come in a programme, with whichever mentor. */
export type PathReading = {
  /** Whether the programme keeps stages; without them no act is known, and formats come in the list's order. */
  readonly hasStages: boolean
  /** The acts that were seen. */
  readonly acts: readonly Evidence[]
  /** Whether a session took place, or should have, or the first meeting is with somebody else. */
  readonly hasMet: boolean
  /** Whether the two had their closing talk: nothing comes next by itself. */
  readonly hasClosed: boolean
  /** Of each format the latest two: more make no difference. */
  readonly steps: readonly PathStep[]
  /** The track that the pairing follows: its copy, or before it starts the programme's own. */
  readonly track: PairingTrack | null
}

export const NO_PATH: PathReading = {
  hasStages: true,
  acts: [],
  hasMet: false,
  hasClosed: false,
  steps: [],
  track: null,
}

export type SessionOver = {
  readonly step: PathStep | null
  readonly isClosing: boolean
  readonly evidence: Evidence | null
  /** What the log said of the commitment before, and in which session that was made. */
  readonly before: { readonly sessionId: SessionId; readonly done: Done | null } | null
}

/** The path after one more session, as a later reading would have it. */
export function pathAfter(
  path: PathReading,
  { step, isClosing, evidence, before }: SessionOver,
): PathReading {
  const told = path.steps.map((each) =>
    before?.done && each.sessionId === before.sessionId ? { ...each, done: before.done } : each,
  )
  const others = told.filter(({ sessionId }) => sessionId !== step?.sessionId)
  return {
    hasStages: path.hasStages,
    acts: evidence && !path.acts.includes(evidence) ? [...path.acts, evidence] : path.acts,
    hasMet: true,
    hasClosed: path.hasClosed || isClosing,
    steps: step ? [...others, step] : told,
    track: path.track,
  }
}

/** A session that took place, or passed without a log: then without a result. */
export type DoneSession = {
  readonly formatId: FormatId | null
  readonly sessionId: SessionId
  readonly at: Instant
  readonly result: 'happened' | 'cut-short' | null
  readonly lastDone: Done | null
  readonly commitmentDone: Done | null
  readonly evidence: Evidence | null
}
