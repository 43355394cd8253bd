import type { FieldError } from '../../../../web/parts/form.ts'
import type { PageFrame } from '../../../../web/parts/page-frame.ts'
import { blackoutField } from '../../../../web/parts/rules-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import type { ProgrammePatch } from '../../../domain/programme/change.ts'
import type { Blackout, Policy } from '../../../domain/programme/programme.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { type FieldReader, fieldReaderOf, type Fields, rowsOf } from '../../forms/field-reader.ts'

/** What the form says of a programme; every number is needed, and each wrong field is said beside it. */
export function readPolicy(fields: Fields, frame: PageFrame): Result<ProgrammePatch, readonly FieldError[]> {
  const { rules, policy: words } = wordsFor(frame)
  const reader = fieldReaderOf(fields, rules.badWhole)
  const needed = (name: string, least: number, most: number): number => {
    if (reader.text(name) === '') reader.wrong(name, rules.badWhole(least, most))
    return reader.whole(name, least, most) ?? least
  }
  const policy: Policy = {
    cadence: needed('cadence', 1, 365),
    tolerance: needed('tolerance', 0, 90),
    minutes: needed('minutes', 5, 480),
    notice: needed('notice', 0, 720),
    horizon: needed('horizon', 1, 365),
    buffers: { before: needed('before', 0, 240), after: needed('after', 0, 240) },
    blackouts: blackoutsIn(reader, fields, words),
    holdDays: needed('holdDays', 1, 30),
    counters: reader.text('counters') === 'accept' ? 'accept' : 'ask',
    autopilot: reader.has('autopilot') && reader.text('autopilot') !== '',
    wording: reader.text('wording') === 'plain' ? 'plain' : 'name',
    forbiddenWords: reader.list('forbiddenWords', { long: 60, many: 200 }, words.badWord),
    retention: needed('retention', 1, 3650),
  }
  const endsOn = reader.day('endsOn')
  if (endsOn === null && reader.text('endsOn') !== '') reader.wrong('endsOn', words.badEnd)
  const [name, shortName] = [
    named(reader, 'name', 200, words.badName),
    named(reader, 'shortName', 60, words.badName),
  ]
  return reader.errors.length > 0 ? refuse(reader.errors) : accept({ name, shortName, endsOn, policy })
}

function named(reader: FieldReader, field: string, most: number, sentence: string): string {
  const name = reader.text(field)
  if (name === '' || name.length > most) reader.wrong(field, sentence)
  return name
}

type Words = ReturnType<typeof wordsFor>['policy']

function blackoutsIn(
  reader: FieldReader,
  fields: Fields,
  { badBlackout, badWhy }: Words,
): readonly Blackout[] {
  return rowsOf(fields, 'blackout', ['from', 'to', 'reason']).flatMap((row) => {
    const [from, to] = [reader.day(blackoutField(row, 'from')), reader.day(blackoutField(row, 'to'))]
    const reason = reader.text(blackoutField(row, 'reason'))
    const areDays = from !== null && to !== null && from <= to
    if (!areDays) reader.wrong(blackoutField(row, 'from'), badBlackout)
    if (reason === '' || reason.length > 200) reader.wrong(blackoutField(row, 'reason'), badWhy)
    return areDays ? [{ from, to, reason }] : []
  })
}
