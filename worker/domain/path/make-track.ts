import { type By, type Decision, NO_CHANGE } from '../decision.ts'
import type { NewId, ProgrammeId, TrackId } from '../ids.ts'
import { MAX_TRACKS } from '../limits.ts'
import { whyClosed } from '../programme/close.ts'
import type { Programme } from '../programme/programme.ts'
import type { Refusal } from '../refusals.ts'
import { accept, refuse, type Result } from '../result.ts'
import { programmeStep } from '../step.ts'
import type { Instant } from '../time/time.ts'
import { type Format, isMaterialsLink } from './format.ts'
import { HOUSE_TRACKS, STANDARD_TRACKS } from './house-tracks.ts'
import type { Track, TrackStep } from './track.ts'

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

/** Why a track is refused: a format that is not in the list, or a link that is none. The API and the forms check lengths. */
export function whyNotTrack(
  { steps }: Pick<Track, 'steps'>,
  list: readonly Pick<Format, 'id'>[],
): Refusal | null {
  if (steps.some(({ formatId }) => !list.some(({ id }) => id === formatId)))
    return { reason: 'no-such-format' }
  const links = steps.flatMap(({ link, executive }) => [link, executive?.link ?? null])
  return links.every((each) => !each || isMaterialsLink(each)) ? null : { reason: 'link-not-https' }
}

/** The tracks every programme starts with. */
export function standardTracks(
  programmeId: ProgrammeId,
  formats: readonly Pick<Format, 'id' | 'standard'>[],
  newId: NewId,
): readonly Track[] {
  return STANDARD_TRACKS.map((standard, position) => ({
    id: newId('trk'),
    programmeId,
    position,
    title: { standard, name: null },
    steps: HOUSE_TRACKS[standard].flatMap((name) => {
      const format = formats.find((each) => each.standard === name)
      return format ? [{ formatId: format.id, text: '', link: null }] : []
    }),
    isArchived: false,
  }))
}
