import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import { MAX_TRACKS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { isFull, type TrackReading, whyNotTrack } from './make-track.ts'
import type { Track, TrackStep } from './track.ts'

/** Absent fields stay. */
export type TrackChange = {
  readonly name?: string
  readonly steps?: readonly TrackStep[]
  readonly isArchived?: boolean
}

/** Changes, archives or restores a track. Pairings that have started keep the copy they took. */
export function decideTrackChange(
  { programme, formats, list }: TrackReading,
  before: Track,
  { name, ...change }: TrackChange,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const title = name === undefined ? before.title : { standard: before.title.standard, name }
  const after: Track = { ...before, ...change, title }
  // A format that stood in it already may have been archived since.
  const kept = before.steps.map(({ formatId }) => ({ id: formatId }))
  const living = formats.filter(({ isArchived }) => !isArchived)
  const refusal = whyClosed(programme) ?? whyNotTrack(after, [...living, ...kept])
  if (refusal) return refuse(refusal)
  if (before.isArchived && !after.isArchived && isFull(list))
    return refuse({ reason: 'list-full', most: MAX_TRACKS })

  const detail = { track: before.id }
  const step = programmeStep(programme, programme, { code: 'track-changed', detail, at, by })
  return accept({ ...NO_CHANGE, programmes: [{ ...step, tracks: [{ before, after }] }] })
}
