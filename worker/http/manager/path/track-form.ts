import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { TRACK_STEPS } from '../../../../web/parts/track-fields.tsx'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { TrackId } from '../../../domain/ids.ts'
import {
  FORMATS_PER_TRACK,
  isWithin,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_TRACK_NAME_CHARACTERS,
  MAX_TRACK_TEXT_CHARACTERS,
} from '../../../domain/limits.ts'
import { hasMaterials, type Materials, type TrackStep } from '../../../domain/path/track.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { type FieldReader, fieldReaderOf, type FormFields } from '../../forms/field-reader.ts'
import { formatIn } from './format-form.ts'

type TrackTyped = { readonly name: string; readonly steps: readonly TrackStep[] }

/** Reads a track from a form; an empty step is left out. */
export function readTrack(
  fields: FormFields,
  stored: readonly TrackStep[],
  frame: PageFrame,
): Result<TrackTyped, readonly FieldError[]> {
  const { tracks: words, rules } = wordsFor(frame)
  const reader = fieldReaderOf(fields, rules)
  const name = reader.text('name')
  if (name === '' || name.length > MAX_TRACK_NAME_CHARACTERS || /[\r\n]/.test(name))
    reader.wrong('name', words.badName)
  const hasSteps = TRACK_STEPS.some((step) => reader.has(`step-${step}`))
  const typed = TRACK_STEPS.flatMap((step) => stepIn(reader, step, rules.tooLong) ?? [])
  const steps = hasSteps ? typed : stored
  if (!isWithin(steps.length, FORMATS_PER_TRACK)) reader.wrong('step-1', words.badSteps)
  for (const step of TRACK_STEPS) if (isTwice(reader, step)) reader.wrong(`step-${step}`, words.badTwice)
  return reader.errors.length > 0 ? refuse(reader.errors) : accept({ name, steps })
}

/** A track chosen in a form. */
export function trackIn(text: string): TrackId {
  return `trk_${text.replace(/^trk_/, '')}`
}

function stepIn(reader: FieldReader, step: number, tooLong: (most: number) => string): TrackStep | null {
  const formatId = formatIn(reader.text(`step-${step}`))
  if (!formatId) return null
  const executive = materialsIn(reader, { text: `own-text-${step}`, link: `own-link-${step}` }, tooLong)
  const mentors = materialsIn(reader, { text: `text-${step}`, link: `link-${step}` }, tooLong)
  return { formatId, ...mentors, ...(hasMaterials(executive) && { executive }) }
}

function materialsIn(
  reader: FieldReader,
  names: { readonly text: string; readonly link: string },
  tooLong: (most: number) => string,
): Materials {
  const text = reader.text(names.text).replaceAll('\r\n', '\n')
  const link = reader.text(names.link)
  if (text.length > MAX_TRACK_TEXT_CHARACTERS) reader.wrong(names.text, tooLong(MAX_TRACK_TEXT_CHARACTERS))
  if (link.length > MAX_FORMAT_LINK_CHARACTERS) reader.wrong(names.link, tooLong(MAX_FORMAT_LINK_CHARACTERS))
  return { text, link: link || null }
}

function isTwice(reader: FieldReader, step: number): boolean {
  const chosen = reader.text(`step-${step}`)
  return chosen !== '' && TRACK_STEPS.some((each) => each < step && reader.text(`step-${each}`) === chosen)
}
