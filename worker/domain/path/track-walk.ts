import type { FormatId, TrackId } from '../ids.ts'
import { fitOf, type Format } from './format.ts'
import type { PathReading } from './path.ts'
import { canCome } from './track-copy.ts'
import { type Materials, NO_MATERIALS, type TrackName, type TrackStep } from './track.ts'

/** How far an executive has come in a track: what is read of the path, and the programme's formats. */
export type Walk = Pick<PathReading, 'acts' | 'steps' | 'track'> & { readonly formats: readonly Format[] }

/** A step that is still to come. */
export type RestStep = {
  readonly format: Format
  /** Once more, because it was cut short. */
  readonly isRepeat: boolean
}

/**
 * What is left of the track, in its order. A step whose act was seen is left out, and one that came, except once more
 * where it was cut short.
 */
export function restOf(walk: Walk): readonly RestStep[] {
  return countedIn(walk).flatMap(({ formatId }) => restStep(walk, formatId) ?? [])
}

function restStep({ acts, steps, formats }: Walk, id: FormatId): RestStep | null {
  const format = formats.find((each) => each.id === id && !each.isArchived)
  if (!format) return null
  const { act } = fitOf(format, formats)
  const [only, another] = steps.filter(({ formatId }) => formatId === id)
  const isOver = another !== undefined || (only && !only.wasCutShort)
  if (isOver || (act !== null && acts.includes(act))) return null
  return { format, isRepeat: only !== undefined }
}

/** “3 of 6”: counted without the first meeting and the closing talk. */
export type TrackPlace = { readonly step: number; readonly of: number }

export type TrackStanding = TrackPlace & { readonly id: TrackId; readonly title: TrackName }

/** Which step comes next, or the last one where none is left; null without a track, or where all of it is put away. */
export function standingOf(walk: Walk): TrackStanding | null {
  const { track } = walk
  if (!track) return null
  const [next] = restOf(walk)
  const of = countedIn(walk).length
  if (of === 0) return null
  return {
    id: track.id,
    title: track.title,
    step: next ? (placeOfFormat(walk, next.format.id)?.step ?? of) : of,
    of,
  }
}

/** Where a format stands in the track; null: it is none of its steps. */
function placeOfFormat(walk: Walk, id: FormatId | null): TrackPlace | null {
  const counted = countedIn(walk)
  const at = counted.findIndex(({ formatId }) => formatId === id)
  return at < 0 ? null : { step: at + 1, of: counted.length }
}

/** A step of a track as it is shown: where it stands, and the track's own materials for it. */
export type TrackShown = TrackPlace & Pick<TrackStep, 'text' | 'link'> & { readonly title: TrackName }

/** The step that a session with this format is; null: none, as for the first meeting and the closing talk. */
export function stepShown(walk: Walk, id: FormatId | null): TrackShown | null {
  const { track } = walk
  const place = placeOfFormat(walk, id)
  const step = track?.steps.find(({ formatId }) => formatId === id)
  if (!track || !place || !step) return null
  return { ...place, title: track.title, text: step.text, link: step.link }
}

/** What the track has for the executive in the session that has this format. */
export function materialsForExecutive({ track }: Pick<Walk, 'track'>, id: FormatId | null): Materials {
  return track?.steps.find(({ formatId }) => formatId === id)?.executive ?? NO_MATERIALS
}

/** The steps that count: those that can come, and those that came before they were put away. */
export function countedIn({ track, steps, formats }: Walk): readonly TrackStep[] {
  return (track?.steps ?? []).filter(({ formatId }) => {
    const format = formats.find(({ id }) => id === formatId)
    const wasHeld = steps.some((each) => each.formatId === formatId)
    return canCome(formatId, formats) || (wasHeld && (!format || format.isArchived))
  })
}
