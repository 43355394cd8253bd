import type { FieldError } from '../../../../web/parts/form.ts'
import { FORMAT_FIELDS, presetsAsTyped } from '../../../../web/parts/presets-fields.ts'
import { WHOLE_RULE_INPUTS } from '../../../../web/parts/rules-fields.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { changePerson } from '../../../actions/people/change.ts'
import type { FormatId } from '../../../domain/ids.ts'
import { isPhoneNumber } from '../../../domain/pairing/place-text.ts'
import type { Format } from '../../../domain/path/format.ts'
import type { PersonChange } from '../../../domain/people/change.ts'
import { BLOCKERS, type PersonRules, RULE_FIELDS } from '../../../domain/people/person.ts'
import { accept, refuse, type Result } from '../../../domain/result.ts'
import { listFormats } from '../../../storage/path/format.ts'
import { type App, identityOf, managerOf } from '../../context.ts'
import { type FieldReader, type FormFields, fieldReaderOf } from '../../forms/field-reader.ts'
import { fieldsOf, stringsOf } from '../../forms/fields.ts'
import { missing } from '../../responses.tsx'
import { formatIn } from '../path/format-form.ts'
import { afterSetting, expectedBack, putsBack } from '../put-back.ts'
import { memberFor, pathOf } from './person-data.ts'
import { notSaved, personPage } from './person.tsx'
import { anchorOf, completed, editingOf, PRESETS_PARTS, savedIn } from './sections.ts'
import { presetsSetting, presetsTyped } from './settings.ts'

/** An executive's blockers, and the rules that override their presets. */
export function presetPages(app: App): void {
  app.post('/people/:id/presets', async (c) => {
    const found = await memberFor(c)
    if (!found?.member.roles.includes('executive')) return missing(c)
    const sent = await fieldsOf(c)
    const formats = await listFormats(c.get('platform').db, found.scope.programme.id)
    const fields = completed(sent, presetsTyped(found.member, formats), PRESETS_PARTS)
    const editing = editingOf(sent, 'presets')
    const read = readPresets(fields, found.member.rules, formats, wordsFor(identityOf(c).person))
    const values = { ...presetsAsTyped(BLOCKERS, {}), ...unchecked(), ...stringsOf(fields) }
    if (!read.ok) return personPage(c, found, { form: { values, errors: read.refusal }, editing })

    const setting = presetsSetting(c, found)
    const before = await setting.read()
    const changed = await changePerson(c.get('platform'), found.member.id, read.value, managerOf(c), {
      programmeId: found.scope.programme.id,
      expected: expectedBack(fields, setting),
    })
    if (!changed.ok)
      return notSaved(c, found, { fields: putsBack(sent) ? sent : values, editing }, changed.refusal)
    const saved = savedIn(sent, 'presets')
    const page = `${pathOf(found)}${anchorOf(saved)}`
    return c.redirect(await afterSetting(c, page, saved, { setting, before, fields }), 303)
  })
}

function unchecked(): Readonly<Record<string, string>> {
  return Object.fromEntries(BLOCKERS.map((each) => [`blocker-${each}`, '']))
}

/** An empty field leaves the rule to the presets or to the programme. */
function readPresets(
  fields: FormFields,
  stored: PersonRules,
  formats: readonly Format[],
  { presets, rules }: ReturnType<typeof wordsFor>,
): Result<PersonChange, readonly FieldError[]> {
  const reader = fieldReaderOf(fields, rules)
  const phone = reader.text('preset-phone')
  if (phone !== '' && !isPhoneNumber(phone)) reader.wrong('preset-phone', presets.badPhone)
  const answers = reader.text('preset-answers')
  const change: PersonChange = {
    blockers: BLOCKERS.filter((each) => reader.text(`blocker-${each}`) === 'yes'),
    rules: {
      ahead: reader.whole(WHOLE_RULE_INPUTS.ahead, RULE_FIELDS.ahead.range),
      answers: answers === 'assistant' || answers === 'executive' ? answers : null,
      nudges: yesOrNo(reader.text('preset-nudges')),
      inWriting: yesOrNo(reader.text('preset-in-writing')),
      autopilot: yesOrNo(reader.text('preset-autopilot')),
      byPhone: yesOrNo(reader.text('preset-by-phone')),
      phone: phone === '' ? null : phone,
      quarter: yesOrNo(reader.text('preset-quarter')),
      formats: formatsIn(reader, stored, formats, rules),
    },
  }
  return reader.errors.length > 0 ? refuse(reader.errors) : accept(change)
}

/** The executive's formats in other programmes stay, after those chosen here. */
function formatsIn(
  reader: FieldReader,
  stored: PersonRules,
  formats: readonly Format[],
  { tooMany }: ReturnType<typeof wordsFor>['rules'],
): readonly FormatId[] | null {
  const isHere = (id: FormatId) => formats.some((each) => each.id === id)
  const chosen = FORMAT_FIELDS.flatMap((field) => formatIn(reader.text(field)) ?? [])
  const all = [...new Set([...chosen, ...(stored.formats ?? []).filter((id) => !isHere(id))])]
  const { most } = RULE_FIELDS.formats
  if (all.length > most) reader.wrong(FORMAT_FIELDS[0], tooMany(most))
  return all.length > 0 ? all : null
}

function yesOrNo(text: string): boolean | null {
  return text === '' ? null : text === 'yes'
}
