import * as z from 'zod/mini'

import { trackName } from '../../../../web/words/tracks/words.ts'
import type { FormatId } from '../../../domain/ids.ts'
import {
  FORMATS_PER_TRACK,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_TRACK_NAME_CHARACTERS,
  MAX_TRACK_TEXT_CHARACTERS,
} from '../../../domain/limits.ts'
import type { TrackChange } from '../../../domain/path/change-track.ts'
import type { Track, TrackStep } from '../../../domain/path/track.ts'
import type { Locale } from '../../../domain/people/person.ts'
import { body, lines, list, ownId, reference, text, yesOrNo } from './values.ts'

const { least, most } = FORMATS_PER_TRACK
const COUNT = `From ${least} to ${most} formats are needed.`

const formatIds = z.array(reference('fmt'), COUNT).check(
  z.minLength(least, COUNT),
  z.maxLength(most, COUNT),
  z.refine((ids) => new Set(ids).size === ids.length, 'A format stands in a track once.'),
)

/** The track's own, for the mentor; a format without any is left out. */
const materials = list(
  body({
    formatId: reference('fmt'),
    text: z.exactOptional(z.nullable(lines(MAX_TRACK_TEXT_CHARACTERS))),
    link: z.exactOptional(z.nullable(text(MAX_FORMAT_LINK_CHARACTERS))),
  }),
  most,
)

export const trackWish = body({
  id: z.exactOptional(ownId('trk')),
  name: text(MAX_TRACK_NAME_CHARACTERS),
  formatIds,
  materials: z.exactOptional(z.nullable(materials)),
})

/** RFC 7396: a list replaces. Formats that stay keep their materials, unless `materials` is given too. */
export const trackPatch = body({
  name: z.exactOptional(text(MAX_TRACK_NAME_CHARACTERS)),
  formatIds: z.exactOptional(formatIds),
  materials: z.exactOptional(z.nullable(materials)),
  archived: z.exactOptional(z.nullable(yesOrNo)),
})

/** `standard` names the track of the house. */
export const trackAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  name: z.string(),
  formatIds: z.array(z.string()),
  materials: z.array(
    z.strictObject({ formatId: z.string(), text: z.nullable(z.string()), link: z.nullable(z.string()) }),
  ),
  standard: z.nullable(z.string()),
  archived: z.boolean(),
})
export const tracksAnswer = z.strictObject({ tracks: z.array(trackAnswer) })

export function trackJson(track: Track, locale: Locale): z.input<typeof trackAnswer> {
  const { id, programmeId, title, steps, isArchived: archived } = track
  return {
    id,
    programmeId,
    name: trackName(title, locale),
    formatIds: steps.map(({ formatId }) => formatId),
    materials: steps
      .filter((each) => each.text || each.link)
      .map(({ formatId, text: words, link }) => ({ formatId, text: words || null, link })),
    standard: title.standard,
    archived,
  }
}

type Materials = z.output<typeof materials> | null

export function stepsOf(ids: readonly FormatId[], given: Materials): readonly TrackStep[] {
  return ids.map((formatId) => {
    const own = given?.find((each) => each.formatId === formatId)
    return { formatId, text: own?.text ?? '', link: own?.link ?? null }
  })
}

/** Only what the patch names. */
export function trackChangeOf(
  { name, formatIds: ids, materials: given, archived }: z.output<typeof trackPatch>,
  { steps }: Track,
): TrackChange {
  const changesSteps = ids !== undefined || given !== undefined
  const order = ids ?? steps.map(({ formatId }) => formatId)
  return {
    ...(name !== undefined && { name }),
    ...(changesSteps && { steps: stepsOf(order, given === undefined ? [...steps] : given) }),
    ...(archived !== undefined && { isArchived: archived ?? false }),
  }
}
