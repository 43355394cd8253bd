import { PHONE_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { fitOf, type Format } from '../../../../worker/domain/path/format.ts'
import { type Blocker, BLOCKERS, type PersonRules } from '../../../../worker/domain/people/person.ts'
import { type Preset, PRESETS } from '../../../../worker/domain/people/presets.ts'
import { CheckField, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { FORMAT_FIELDS, presetsAsTyped, rulesHere } from '../../../parts/presets-fields.ts'
import { WholeRuleField } from '../../../parts/whole-rule-field.tsx'
import { formatName } from '../../../words/formats/words.ts'
import type { PageWords } from '../../../words/pages/en.ts'
import { wordsFor } from '../../../words/pages/words.ts'

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly blockers: readonly Blocker[]
  readonly rules: PersonRules
  /** The formats of this programme, and the link to their list. */
  readonly formats: readonly Format[]
  readonly formatsHref: string
  readonly form: FormState
}

/** The blockers with what they set, and what is set for this executive instead. */
export function PersonPresetsForm({ frame, action, blockers, rules, formats, formatsHref, form }: Props) {
  const words = wordsFor(frame).presets
  const shown: FormState = {
    ...form,
    values: { ...presetsAsTyped(blockers, rulesHere(rules, formats)), ...form.values },
  }
  return (
    <form method="post" action={action} class="stack" data-enhance="#content">
      <p class="soft">{words.about}</p>
      {BLOCKERS.map((blocker) => (
        <CheckField
          form={shown}
          name={`blocker-${blocker}`}
          label={words.blockers[blocker]}
          hint={[...effectsOf(PRESETS[blocker], words), ...formatsOf(blocker, formats, frame)].join(' · ')}
        />
      ))}
      <OwnRules frame={frame} form={shown} />
      <BeginsWith frame={frame} form={shown} formats={formats} href={formatsHref} />
      <p>
        <button class="quiet" type="submit">
          {words.save}
        </button>
      </p>
    </form>
  )
}

function OwnRules({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).presets
  const yesOrNo = (otherwise: string) => [
    { value: '', label: otherwise },
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
  ]
  const answers = [
    { value: '', label: words.answersPreset },
    { value: 'assistant', label: words.answers.assistant },
    { value: 'executive', label: words.answers.executive },
  ]
  return (
    <>
      <WholeRuleField form={form} rule="ahead" label={words.aheadField} />
      <SelectField form={form} name="preset-answers" label={words.answersField} choices={answers} />
      <SelectField
        form={form}
        name="preset-nudges"
        label={words.nudgesField}
        choices={yesOrNo(words.asSet)}
      />
      <SelectField
        form={form}
        name="preset-in-writing"
        label={words.inWritingField}
        hint={words.inWritingHint}
        choices={yesOrNo(words.untilAsked)}
      />
      <SelectField
        form={form}
        name="preset-autopilot"
        label={words.autopilotField}
        choices={yesOrNo(words.asProgramme)}
      />
      <SelectField
        form={form}
        name="preset-by-phone"
        label={words.byPhoneField}
        choices={yesOrNo(words.asSet)}
      />
      <SelectField
        form={form}
        name="preset-quarter"
        label={words.quarterField}
        choices={yesOrNo(words.asSet)}
      />
      <TextField
        form={form}
        name="preset-phone"
        label={words.phone}
        hint={words.phoneHint}
        attributes={{ maxlength: PHONE_CHARACTERS.most }}
      />
    </>
  )
}

type BeginsProps = {
  readonly frame: PageFrame
  readonly form: FormState
  readonly formats: readonly Format[]
  readonly href: string
}

/** His formats, instead of those his blockers set. */
function BeginsWith({ frame, form, formats, href }: BeginsProps) {
  const { presets: words, formats: formatWords } = wordsFor(frame)
  const names = formats.map((each) => ({ value: each.id, label: formatName(each.words, frame.locale) }))
  return (
    <fieldset>
      <legend>{words.formatsField}</legend>
      <p class="hint">
        {words.formatsHint} <a href={href}>{formatWords.toList}</a>
      </p>
      <div class="pair">
        {FORMAT_FIELDS.map((name, row) => (
          <SelectField
            form={form}
            name={name}
            label={words.formatRows[row] ?? ''}
            choices={[{ value: '', label: row === 0 ? words.asSet : '–' }, ...names]}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** The list of formats says of each what it suits. */
const NAMES_SHOWN = 3

function formatsOf(blocker: Blocker, formats: readonly Format[], frame: PageFrame): readonly string[] {
  const suited = formats.filter((each) => fitOf(each, formats).blockers.includes(blocker))
  const names = suited.slice(0, NAMES_SHOWN).map(({ words }) => `“${formatName(words, frame.locale)}”`)
  const rest = suited.length > NAMES_SHOWN ? ' …' : ''
  return names.length > 0 ? [wordsFor(frame).presets.formats(`${names.join(', ')}${rest}`)] : []
}

/** What a preset sets, in a few words each. */
function effectsOf(preset: Preset, words: PageWords['presets']): readonly string[] {
  const { minutes, answers, ahead, shortNotice, nudges, mentorOutside, mentorHidden, byPhone, quarter } =
    preset
  return [
    ...(minutes === undefined ? [] : [words.minutes(minutes)]),
    ...(answers === undefined ? [] : [words.answers[answers]]),
    ...(ahead === undefined ? [] : [words.ahead(ahead)]),
    ...(shortNotice ? [words.shortNotice] : []),
    ...(nudges === undefined ? [] : [nudges ? words.nudges : words.noNudges]),
    ...(mentorOutside ? [words.mentorOutside] : []),
    ...(mentorHidden ? [words.mentorHidden] : []),
    ...(byPhone ? [words.byPhone] : []),
    ...(quarter ? [words.quarter] : []),
  ]
}
