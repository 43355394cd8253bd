import type { FieldError } from '../../../../web/parts/form.ts'
import { AFTER_FIELDS } from '../../../../web/parts/format-fit-fields.tsx'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { formatWords } from '../../../../web/words/formats/words.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { FormatId } from '../../../domain/ids.ts'
import {
  MAX_COMMITMENT_CHARACTERS,
  MAX_FORMAT_AVOID_CHARACTERS,
  MAX_FORMAT_CARRY_ON,
  MAX_FORMAT_DOING_CHARACTERS,
  MAX_FORMAT_LINK_CHARACTERS,
  MAX_FORMAT_NAME_CHARACTERS,
  MAX_FORMAT_PREPARE_CHARACTERS,
  MAX_FORMAT_PROMPT_CHARACTERS,
  MAX_FORMAT_PROMPTS,
  MAX_FORMAT_SIGN_CHARACTERS,
  MAX_FORMAT_TEXT_CHARACTERS,
  MAX_FORMAT_TITLE_CHARACTERS,
  SESSION_MINUTES,
} from '../../../domain/limits.ts'
import { AIMS } from '../../../domain/path/aim.ts'
import {
  completeWords,
  fitOf,
  type Format,
  type FormatFit,
  type FormatText,
  type OwnWords,
} from '../../../domain/path/format.ts'
import { EVIDENCES, STAGES } from '../../../domain/path/stage.ts'
import { BLOCKERS } from '../../../domain/people/person.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { type FieldReader, fieldReaderOf, type FormFields } from '../../forms/field-reader.ts'

type Before = { readonly format: Format | null; readonly all: readonly Format[] }

/** Reads a format from a form. What the form does not have, and what reads as before, stays as it was. */
export function readFormat(
  fields: FormFields,
  { format, all }: Before,
  frame: PageFrame,
): Result<FormatText, readonly FieldError[]> {
  const { formats: words, rules } = wordsFor(frame)
  const reader = fieldReaderOf(fields, rules)
  const shown = format ? formatWords(format.words, frame.locale) : completeWords({})
  const said = readWords(reader, shown, words)
  const title = reader.text('outwardTitle')
  if (title.length > MAX_FORMAT_TITLE_CHARACTERS || /[\r\n]/.test(title))
    reader.wrong('outwardTitle', words.badTitle)
  const link = linkIn(reader, 'link', format?.link ?? null, rules.tooLong)
  const executiveLink = linkIn(reader, 'executiveLink', format?.executiveLink ?? null, rules.tooLong)
  const minutes = reader.whole('minutes', SESSION_MINUTES)
  const standard = format?.standard ?? null
  const isReset = standard !== null && reader.text('house') === 'yes'
  const text: FormatText = {
    words: isReset ? { standard } : isSame(said, shown) && format ? format.words : said,
    outwardTitle: title || null,
    minutes,
    link,
    executiveLink,
    fit: isReset ? null : fitIn(reader, format, all),
  }
  return reader.errors.length > 0 ? refuse(reader.errors) : accept(text)
}

/** The field of a refusal; empty if the refusal is about the list. */
export function fieldOf(refusal: Refusal, { link }: { readonly link?: string | undefined } = {}): string {
  switch (refusal.reason) {
    case 'link-not-https':
      return link && link.startsWith('https://') ? 'executiveLink' : 'link'
    case 'format-unreachable':
    case 'formats-in-a-circle':
    case 'no-such-format':
      return 'after-0'
    default:
      return ''
  }
}

/** A format chosen in a form; an empty field means automatic. */
export function formatIn(text: string | undefined): FormatId | null {
  return text ? `fmt_${text.replace(/^fmt_/, '')}` : null
}

type Sentences = ReturnType<typeof wordsFor>['formats']

function readWords(reader: FieldReader, shown: OwnWords, words: Sentences): OwnWords {
  const name = reader.text('name')
  const prompts = linesOf(reader, 'prompts')
  const avoid = reader.text('avoid')
  const carryOn = reader.has('carryOn') ? linesOf(reader, 'carryOn') : shown.carryOn
  if (name === '' || name.length > MAX_FORMAT_NAME_CHARACTERS) reader.wrong('name', words.badName)
  if (isTooMuch(prompts, MAX_FORMAT_PROMPTS, MAX_FORMAT_PROMPT_CHARACTERS))
    reader.wrong('prompts', words.badPrompts)
  if (avoid.length > MAX_FORMAT_AVOID_CHARACTERS) reader.wrong('avoid', words.badAvoid)
  if (isTooMuch(carryOn, MAX_FORMAT_CARRY_ON, MAX_COMMITMENT_CHARACTERS))
    reader.wrong('carryOn', words.badCarryOn)
  const long = (field: string, before: string, most: number): string => {
    if (!reader.has(field)) return before
    const text = reader.text(field).replaceAll('\r\n', '\n')
    if (text.length > most) reader.wrong(field, words.badLong(most))
    return text
  }
  return {
    name,
    prompts,
    avoid,
    carryOn,
    prepare: long('prepare', shown.prepare, MAX_FORMAT_PREPARE_CHARACTERS),
    doing: long('do', shown.doing, MAX_FORMAT_DOING_CHARACTERS),
    sign: long('sign', shown.sign, MAX_FORMAT_SIGN_CHARACTERS),
    text: long('text', shown.text, MAX_FORMAT_TEXT_CHARACTERS),
    executiveText: long('executiveText', shown.executiveText, MAX_FORMAT_TEXT_CHARACTERS),
  }
}

function linkIn(
  reader: FieldReader,
  field: string,
  before: string | null,
  tooLong: (most: number) => string,
): string | null {
  if (field !== 'link' && !reader.has(field)) return before
  const link = reader.text(field)
  if (link.length > MAX_FORMAT_LINK_CHARACTERS) reader.wrong(field, tooLong(MAX_FORMAT_LINK_CHARACTERS))
  return link || null
}

/** The fit that was typed; the stored one where the form had none, or it says the same. */
function fitIn(reader: FieldReader, format: Format | null, all: readonly Format[]): FormatFit | null {
  const stored = format?.fit ?? null
  if (!reader.has('fit')) return stored
  const shown = fitOf(format ?? { fit: null, standard: null }, all)
  const typed: FormatFit = {
    stage: STAGES.find((each) => each === reader.text('stage')) ?? shown.stage,
    act: EVIDENCES.find((each) => each === reader.text('act')) ?? null,
    aims: AIMS.filter((each) => reader.text(`aim-${each}`) === 'yes'),
    blockers: BLOCKERS.filter((each) => reader.text(`suits-${each}`) === 'yes'),
    after: [...new Set(AFTER_FIELDS.flatMap((each) => formatIn(reader.text(each)) ?? []))],
    phone: reader.text('phone') === 'yes',
  }
  return isSame(typed, shown) ? stored : typed
}

function isSame<Value extends object>(one: Value, other: Value): boolean {
  const written = (value: object) => JSON.stringify(Object.entries(value).toSorted())
  return written(one) === written(other)
}

function isTooMuch(all: readonly string[], most: number, characters: number): boolean {
  return all.length > most || all.some((each) => each.length > characters)
}

function linesOf(reader: FieldReader, name: string): readonly string[] {
  return reader
    .text(name)
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
}
