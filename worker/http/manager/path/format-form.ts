import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { formatWords } from '../../../../web/words/formats/words.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { FormatId } from '../../../domain/ids.ts'
import {
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PROMPT_CHARACTERS,
  MAX_FORMAT_PROMPTS,
  MAX_FORMAT_TITLE_CHARACTERS,
  SESSION_MINUTES,
} from '../../../domain/limits.ts'
import type { Format, FormatText, OwnWords } from '../../../domain/path/format.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { type FieldReader, fieldReaderOf, type FormFields } from '../../forms/field-reader.ts'

/** Reads a format from a form. Words that equal the standard words stay standard. */
export function readFormat(
  fields: FormFields,
  before: Format | null,
  frame: PageFrame,
): Result<FormatText, readonly FieldError[]> {
  const { formats: words, rules } = wordsFor(frame)
  const reader = fieldReaderOf(fields, rules)
  const name = reader.text('name')
  const prompts = linesOf(reader)
  const avoid = reader.text('avoid')
  const title = reader.text('outwardTitle')
  if (name === '' || name.length > MAX_FORMAT_NAME_CHARACTERS) reader.wrong('name', words.badName)
  if (
    prompts.length > MAX_FORMAT_PROMPTS ||
    prompts.some((each) => each.length > MAX_FORMAT_PROMPT_CHARACTERS)
  )
    reader.wrong('prompts', words.badPrompts)
  if (avoid.length > MAX_FORMAT_AVOID_CHARACTERS) reader.wrong('avoid', words.badAvoid)
  if (title.length > MAX_FORMAT_TITLE_CHARACTERS || /[\r\n]/.test(title))
    reader.wrong('outwardTitle', words.badTitle)

  const link = reader.text('link')
  if (link.length > MAX_FORMAT_LINK_CHARACTERS)
    reader.wrong('link', rules.tooLong(MAX_FORMAT_LINK_CHARACTERS))

  const text = {
    words: wordsFrom({ name, prompts, avoid }, before, frame, reader.text('house') === 'yes'),
    outwardTitle: title || null,
    minutes: reader.whole('minutes', SESSION_MINUTES),
    link: link || null,
  }
  return reader.errors.length > 0 ? refuse(reader.errors) : accept(text)
}

/** The field of a refusal; empty if the refusal is about the list. */
export function fieldOf({ reason }: Refusal): string {
  if (reason === 'title-not-neutral') return 'outwardTitle'
  return reason === 'link-not-https' ? 'link' : ''
}

/** A format chosen in a form; an empty field means automatic. */
export function formatIn(text: string | undefined): FormatId | null {
  return text ? `fmt_${text.replace(/^fmt_/, '')}` : null
}

function linesOf(reader: FieldReader): readonly string[] {
  return reader
    .text('prompts')
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
}

function wordsFrom(
  own: OwnWords,
  before: Format | null,
  frame: PageFrame,
  isReset: boolean,
): FormatText['words'] {
  const standard = before?.standard
  if (standard && isReset) return { standard }
  const shown = before && formatWords(before.words, frame.locale)
  const isSame =
    shown &&
    JSON.stringify([shown.name, shown.prompts, shown.avoid]) ===
      JSON.stringify([own.name, own.prompts, own.avoid])
  return isSame ? before.words : own
}
