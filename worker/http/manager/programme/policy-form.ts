import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { blackoutField, shownField } from '../../../../web/parts/rules-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { SettingField } from '../../../domain/fields.ts'
import { isId } from '../../../domain/ids.ts'
import {
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
  type Range,
} from '../../../domain/limits.ts'
import type { ProgrammePatch } from '../../../domain/programme/change.ts'
import { type Blackout, isBeyond, type Policy, POLICY_FIELDS } from '../../../domain/programme/programme.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { typedBy } from '../../forms/dates.ts'
import { type FieldReader, fieldReaderOf, type FormFields } from '../../forms/field-reader.ts'
import { linkTemplateIn } from '../../forms/link-template.ts'

/** Reads a programme from a form. Every number is required; each wrong field gives an error. */
export function readPolicy(
  fields: FormFields,
  frame: PageFrame,
): Result<ProgrammePatch, readonly FieldError[]> {
  const words = wordsFor(frame)
  const reader = fieldReaderOf(fields, words.rules, typedBy(frame))
  const policy = policyIn(reader, words)
  if (isBeyond(policy.notice, policy.horizon)) reader.wrong('notice', words.rules.badNotice(policy.horizon))
  const endsOn = reader.day('endsOn')
  if (endsOn === null && reader.text('endsOn') !== '') reader.wrong('endsOn', words.policy.badEnd)
  const [name, shortName] = [
    named(reader, 'name', MAX_PROGRAMME_NAME_CHARACTERS, words.policy.badName),
    named(reader, 'shortName', MAX_PROGRAMME_SHORT_NAME_CHARACTERS, words.policy.badName),
  ]
  return reader.errors.length > 0 ? refuse(reader.errors) : accept({ name, shortName, endsOn, policy })
}

type Words = ReturnType<typeof wordsFor>

/** One input for each field of the table, with the same name; buffers and blackouts have several. */
function policyIn(reader: FieldReader, words: Words): Policy {
  const entries: readonly (readonly unknown[])[] = Object.entries(POLICY_FIELDS).flatMap(([name, field]) =>
    isUnsaid(reader, name, field) ? [] : [[name, valueIn(reader, name, field, words)]],
  )
  return Object.fromEntries(entries)
}

/** Rules that an older page does not have. */
const LATER: ReadonlySet<string> = new Set(['allowedWords', 'meetingLink', 'reportLeast'])

/** A page that was opened before this rule existed says nothing of it: it stays. */
function isUnsaid(reader: FieldReader, name: string, { kind }: SettingField): boolean {
  if (kind === 'switch') return !reader.has(name) && !reader.has(shownField(name))
  return (kind === 'time' || LATER.has(name)) && !reader.has(name)
}

function valueIn(
  reader: FieldReader,
  name: string,
  field: (typeof POLICY_FIELDS)[keyof Policy],
  words: Words,
): Policy[keyof Policy] {
  const needed = (input: string, range: Range): number => {
    if (reader.text(input) === '') reader.wrong(input, words.rules.badWhole(range.least, range.most))
    return reader.whole(input, range) ?? range.least
  }
  switch (field.kind) {
    case 'whole':
      return needed(name, field.range)
    case 'switch':
      return reader.text(name) !== ''
    case 'choice':
      return field.choices.find((each) => each === reader.text(name)) ?? field.choices[0]
    case 'words':
      return reader.list(name, field, words.policy.badWord)
    case 'buffers':
      return { before: needed('before', field.range), after: needed('after', field.range) }
    case 'blackouts':
      return blackoutsIn(reader, field, words.policy)
    case 'time':
      return reader.time(name) ?? reader.wrong(name, words.policy.badTime) ?? ''
    case 'link-template':
      return linkTemplateIn(reader, name, words.rules)
    case 'people':
      return reader.checked(`${name}-`).flatMap((id) => (isId('per', id) ? [id] : []))
  }
}

function named(reader: FieldReader, field: string, most: number, sentence: string): string {
  const name = reader.text(field)
  if (name === '' || name.length > most) reader.wrong(field, sentence)
  return name
}

function blackoutsIn(
  reader: FieldReader,
  { most, characters }: Extract<SettingField, { readonly kind: 'blackouts' }>,
  { badBlackout, badWhy }: Words['policy'],
): readonly Blackout[] {
  return reader.rows('blackout', ['from', 'to', 'reason'], most).flatMap((row) => {
    const [from, to] = [reader.day(blackoutField(row, 'from')), reader.day(blackoutField(row, 'to'))]
    const reason = reader.text(blackoutField(row, 'reason'))
    const areDays = from !== null && to !== null && from <= to
    if (!areDays) reader.wrong(blackoutField(row, 'from'), badBlackout)
    if (reason === '' || reason.length > characters) reader.wrong(blackoutField(row, 'reason'), badWhy)
    return areDays ? [{ from, to, reason }] : []
  })
}
