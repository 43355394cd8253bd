import type { FormatId, ProgrammeId, TrackId } from '../ids.ts'
import type { StandardTrack } from './house-tracks.ts'

/** What goes with a step: words, and a link. Empty: none. */
export type Materials = { readonly text: string; readonly link: string | null }

export const NO_MATERIALS: Materials = { text: '', link: null }

export function hasMaterials({ text, link }: Materials): boolean {
  return text !== '' || link !== null
}

/** One half hour of a track, with materials of its own for the mentor and, apart, for the executive. */
export type TrackStep = Materials & {
  readonly formatId: FormatId
  /** Absent: none. */
  readonly executive?: Materials
}

/** The name of a house track is chosen in the reader's language when it is shown, until the programme renames it. */
export type TrackName =
  | { readonly standard: StandardTrack; readonly name: string | null }
  | { readonly standard: StandardTrack | null; readonly name: string }

/** Formats in an order, for workshops. */
export type Track = {
  readonly id: TrackId
  readonly programmeId: ProgrammeId
  /** The position in the list. */
  readonly position: number
  readonly title: TrackName
  readonly steps: readonly TrackStep[]
  readonly isArchived: boolean
}

/** A track as a pairing follows it. What becomes of the programme's own afterwards changes nothing here. */
export type PairingTrack = Pick<Track, 'id' | 'title' | 'steps'>
