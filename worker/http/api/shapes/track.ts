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
import { hasMaterials, NO_MATERIALS, type Track, type TrackStep } from '../../../domain/path/track.ts'
import type { Locale } from '../../../domain/people/person.ts'
import { body, lines, list, ownId, reference, text, yesOrNo } from './values.ts'

const { least, most } = FORMATS_PER_TRACK
const COUNT = `From ${least} to ${most} formats are needed.`

const formatIds = z.array(reference('fmt'), COUNT).check(
  z.minLength(least, COUNT),
  z.maxLength(most, COUNT),
  z.refine((ids) => new Set(ids).size === ids.length, 'A format stands in a track once.'),
)

const words = z.exactOptional(z.nullable(lines(MAX_TRACK_TEXT_CHARACTERS)))
const link = z.exactOptional(z.nullable(text(MAX_FORMAT_LINK_CHARACTERS)))

/** The track's own, for the mentor and for the executive; a format without any is left out. */
const materials = list(
  body({
    formatId: reference('fmt'),
    text: words,
    link,
    executiveText: words,
    executiveLink: link,
  }),
  most,
)

/** Words for a format that is not in the track would be lost. */
const OF_ITS_FORMATS = z.refine<{
  readonly formatIds?: readonly FormatId[] | undefined
  readonly materials?: z.output<typeof materials> | null | undefined
}>(({ formatIds: ids, materials: given }) => ids === undefined || areOf(ids, given ?? null), {
  message: 'Materials belong to formats of the track.',
  path: ['materials'],
})

export const trackWish = body({
  id: z.exactOptional(ownId('trk')),
  name: text(MAX_TRACK_NAME_CHARACTERS),
  formatIds,
  materials: z.exactOptional(z.nullable(materials)),
}).check(OF_ITS_FORMATS)

/** RFC 7396: a list replaces. Formats that stay keep their materials, unless `materials` is given too. */
export const trackPatch = body({
  name: z.exactOptional(text(MAX_TRACK_NAME_CHARACTERS)),
  formatIds: z.exactOptional(formatIds),
  materials: z.exactOptional(z.nullable(materials)),
  archived: z.exactOptional(z.nullable(yesOrNo)),
}).check(OF_ITS_FORMATS)

/** `standard` names the track of the house. */
export const trackAnswer = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  name: z.string(),
  formatIds: z.array(z.string()),
  materials: z.array(
    z.strictObject({
      formatId: z.string(),
      text: z.nullable(z.string()),
      link: z.nullable(z.string()),
      executiveText: z.nullable(z.string()),
      executiveLink: z.nullable(z.string()),
    }),
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
      .map(materialsJson)
      .filter(({ formatId: _, ...each }) => Object.values(each).some(Boolean)),
    standard: title.standard,
    archived,
  }
}

function materialsJson({ formatId, text: said, link: href, executive = NO_MATERIALS }: TrackStep) {
  return {
    formatId,
    text: said || null,
    link: href,
    executiveText: executive.text || null,
    executiveLink: executive.link,
  }
}

export function areOf(ids: readonly FormatId[], given: z.output<typeof materials> | null): boolean {
  return (given ?? []).every(({ formatId }) => ids.includes(formatId))
}

export function stepsOf(
  ids: readonly FormatId[],
  given: z.output<typeof materials> | null,
): readonly TrackStep[] {
  return ids.map((formatId) => {
    const own = given?.find((each) => each.formatId === formatId)
    const executive = { text: own?.executiveText ?? '', link: own?.executiveLink ?? null }
    return {
      formatId,
      text: own?.text ?? '',
      link: own?.link ?? null,
      ...(hasMaterials(executive) && { executive }),
    }
  })
}

/** Only what the patch names. */
export function trackChangeOf(
  { name, formatIds: ids, materials: given, archived }: z.output<typeof trackPatch>,
  { steps }: Track,
): TrackChange {
  const changesSteps = ids !== undefined || given !== undefined
  const order = ids ?? steps.map(({ formatId }) => formatId)
  const kept = steps.map(materialsJson)
  return {
    ...(name !== undefined && { name }),
    ...(changesSteps && { steps: stepsOf(order, given === undefined ? kept : given) }),
    ...(archived !== undefined && { isArchived: archived ?? false }),
  }
}
