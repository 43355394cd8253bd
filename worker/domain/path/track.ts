import type { FormatId, NewId, ProgrammeId, TrackId } from '../ids.ts'
import type { Refusal } from '../refusals.ts'
import { type Format, isMaterialsLink } from './format.ts'
import { HOUSE_TRACKS, STANDARD_TRACKS, type StandardTrack } from './house-tracks.ts'
import { CLOSING_TALK, FIRST_MEETING } from './house.ts'

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

/** Why a track is refused: a format that is not in the list, or a link that is none. The API and the forms check lengths. */
export function whyNotTrack(
  { steps }: Pick<Track, 'steps'>,
  list: readonly Pick<Format, 'id'>[],
): Refusal | null {
  if (steps.some(({ formatId }) => !list.some(({ id }) => id === formatId)))
    return { reason: 'no-such-format' }
  return steps.every(({ link }) => !link || isMaterialsLink(link)) ? null : { reason: 'link-not-https' }
}

/** The first meeting and the closing talk frame every track: whoever lists them is not counted twice. */
export function isFrame({ standard }: Pick<Format, 'standard'>): boolean {
  return standard === FIRST_MEETING || standard === CLOSING_TALK
}

/** The copy that a pairing takes when it starts: the steps that can come. */
export function copyOf(track: PairingTrack, formats: readonly Format[]): PairingTrack {
  const { id, title, steps } = track
  return { id, title, steps: steps.filter(({ formatId }) => canCome(formatId, formats)) }
}

export function canCome(formatId: FormatId, formats: readonly Format[]): boolean {
  return formats.some((each) => each.id === formatId && !each.isArchived && !isFrame(each))
}
