import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { ProgrammeId, TrackId } from '../ids.ts'
import { MAX_TRACKS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import type { Format } from './format.ts'
import { type Track, type TrackStep, whyNotTrack } from './track.ts'

export type TrackWish = {
  readonly id: TrackId
  readonly programmeId: ProgrammeId
  readonly name: string
  readonly steps: readonly TrackStep[]
}

/** A programme with its formats, and its tracks with the archived ones. */
export type TrackReading = {
  readonly programme: Programme
  readonly formats: readonly Format[]
  readonly list: readonly Track[]
}

/** Adds a track at the end of a programme's list. */
export function decideTrack(
  { programme, formats, list }: TrackReading,
  { name, ...wish }: TrackWish,
  { at, by }: { readonly at: Instant; readonly by: By },
): Result<Decision, Refusal> {
  const living = formats.filter(({ isArchived }) => !isArchived)
  const refusal = whyClosed(programme) ?? whyNotTrack(wish, living)
  if (refusal) return refuse(refusal)
  if (isFull(list)) return refuse({ reason: 'list-full', most: MAX_TRACKS })

  const position = Math.max(-1, ...list.map((each) => each.position)) + 1
  const made: Track = { ...wish, position, title: { standard: null, name }, isArchived: false }
  const detail = { track: made.id }
  const step = programmeStep(programme, programme, { code: 'track-made', detail, at, by })
  return accept({ ...NO_CHANGE, programmes: [{ ...step, tracks: [{ before: null, after: made }] }] })
}

export function isFull(list: readonly Track[]): boolean {
  return list.filter(({ isArchived }) => !isArchived).length >= MAX_TRACKS
}

/** The track after a decision. */
export function trackAfter({ programmes }: Decision, id: TrackId): Track | null {
  const all = programmes.flatMap(({ tracks = [] }) => tracks)
  return all.findLast(({ after }) => after.id === id)?.after ?? null
}
