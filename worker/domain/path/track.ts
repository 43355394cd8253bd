import type { FormatId, ProgrammeId, TrackId } from '../ids.ts'
import type { StandardTrack } from './house-tracks.ts'

/** One half hour of a track, with materials of its own for the mentor. */
export type TrackStep = {
  readonly formatId: FormatId
  /** Empty: none. */
  readonly text: string
  readonly link: string | null
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
