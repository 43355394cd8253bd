import { PHONE_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { fitOf, type Format } from '../../../../worker/domain/path/format.ts'
import { type Blocker, BLOCKERS, type PersonRules } from '../../../../worker/domain/people/person.ts'
import { type Preset, PRESETS } from '../../../../worker/domain/people/presets.ts'
import { whatHolds } from '../../../../worker/domain/people/what-holds.ts'
import { CheckField, Hidden, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { FORMAT_FIELDS, presetsAsTyped, rulesHere } from '../../../parts/presets-fields.ts'
import { WholeRuleField } from '../../../parts/whole-rule-field.tsx'
import { within } from '../../../parts/within.ts'
import { formatName } from '../../../words/formats/words.ts'
import { formatDay } from '../../../words/moments.ts'
import type { PageWords } from '../../../words/pages/en.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { quoted } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import { Hold, Holds, Rule } from './holds.tsx'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'
import { PART } from './person-sections.ts'

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly blockers: readonly Blocker[]
  readonly rules: PersonRules
  /** The formats of this programme, and the link to their list. */
  readonly formats: readonly Format[]
  readonly formatsHref: string
  /** With what is written to him, which else has a form of its own. */
  readonly isWhole?: boolean
  readonly form: FormState
}

/** How an executive is asked and met: his blockers, and each rule with whose word it is. */
export function Presets({ data }: { readonly data: PersonData }) {
  const { frame, id, form, blockers, rules, formats, programmeId } = data
  return (
    <PersonSection
      data={data}
      id="presets"
      title={wordsFor(frame).presets.title}
      read={<Shown data={data} />}
      form={
        <PersonPresetsForm
          frame={frame}
          action={within(frame, paths.personPresets(id))}
          blockers={blockers}
          rules={rules}
          formats={formats}
          formatsHref={paths.programmeFormats(programmeId)}
          isWhole={data.editing?.isWhole ?? false}
          form={form}
        />
      }
    />
  )
}

function Shown({ data }: { readonly data: PersonData }) {
  const { frame, blockers, rules, formats, policy, stored, assistants } = data
  const { presets: words, person } = wordsFor(frame)
  const { ahead, answers, autopilot, byPhone, quarter } = whatHolds({ blockers, rules }, policy)
  const outside = blockers.find((each) => PRESETS[each].mentorOutside)
  const [assistant] = answers.value === 'executive' ? [] : (assistants ?? [])
  const first = (rules.formats ?? []).flatMap((id) => formats.filter((each) => each.id === id))
  return (
    <Holds>
      <Hold of={person.blockers}>
        {blockers.length === 0 ? person.noBlockers : blockers.map((each) => words.blockers[each]).join(', ')}{' '}
        {data.chosenOwn === null ? null : (
          <span class="soft">{person.chosenOwn(formatDay(data.chosenOwn, frame))}</span>
        )}
      </Hold>
      {outside ? (
        <Hold of={person.mentor} why={person.why.preset(words.blockers[outside])}>
          {words.mentorOutside}
        </Hold>
      ) : null}
      {assistant || answers.value === 'executive' ? (
        <Rule frame={frame} of={words.answersField} held={answers}>
          {assistant?.name ?? stored.name}
        </Rule>
      ) : (
        <Hold of={words.answersField} why={person.why.nobodyElse}>
          {stored.name}
        </Hold>
      )}
      <Rule frame={frame} of={words.aheadField} held={ahead}>
        {ahead.value ?? person.asNotice}
      </Rule>
      <Rule frame={frame} of={words.autopilotField} held={autopilot}>
        {autopilot.value ? words.yes : words.no}
      </Rule>
      <Rule frame={frame} of={person.quarter} held={quarter}>
        {quarter.value ? words.yes : words.no}
      </Rule>
      <Rule frame={frame} of={words.byPhoneField} held={byPhone}>
        {byPhone.value ? words.yes : words.no}
      </Rule>
      {rules.phone || byPhone.value ? <Hold of={words.phone}>{rules.phone ?? person.noPhone}</Hold> : null}
      {first.length > 0 ? (
        <Hold of={words.formatsField} why={person.why.own}>
          {first.map((each) => formatName(each.words, frame.locale)).join(', ')}
        </Hold>
      ) : (
        <Hold of={words.formatsField} why={person.why.default}>
          {person.asPath}
        </Hold>
      )}
    </Holds>
  )
}

/** The blockers with what they set, and what is set for this executive instead. */
export function PersonPresetsForm(props: Props) {
  const { frame, action, blockers, rules, formats, formatsHref, isWhole = true, form } = props
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
      {isWhole ? null : <Hidden values={{ [PART]: 'presets' }} />}
      <OwnRules frame={frame} form={shown} />
      {isWhole ? <WritingFields frame={frame} form={shown} /> : null}
      <BeginsWith frame={frame} form={shown} formats={formats} href={formatsHref} />
      <p>
        <button class="primary" type="submit">
          {words.save}
        </button>
      </p>
    </form>
  )
}

function OwnRules({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).presets
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
        name="preset-autopilot"
        label={words.autopilotField}
        choices={yesOrNo(words, words.asProgramme)}
      />
      <SelectField
        form={form}
        name="preset-by-phone"
        label={words.byPhoneField}
        choices={yesOrNo(words, words.asSet)}
      />
      <SelectField
        form={form}
        name="preset-quarter"
        label={words.quarterField}
        choices={yesOrNo(words, words.asSet)}
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

/** What else is written to him: two of the fields that the presets' address takes. */
export function WritingFields({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).presets
  return (
    <>
      <SelectField
        form={form}
        name="preset-nudges"
        label={words.nudgesField}
        choices={yesOrNo(words, words.asPresets)}
      />
      <SelectField
        form={form}
        name="preset-in-writing"
        label={words.inWritingField}
        hint={words.inWritingHint}
        choices={yesOrNo(words, words.untilAsked)}
      />
    </>
  )
}

function yesOrNo({ yes, no }: PageWords['presets'], otherwise: string) {
  return [
    { value: '', label: otherwise },
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]
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
  const names = suited
    .slice(0, NAMES_SHOWN)
    .map(({ words }) => quoted(formatName(words, frame.locale), frame.locale))
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
