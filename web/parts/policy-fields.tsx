import type { SettingField } from '../../worker/domain/fields.ts'
import {
  MAX_BLACKOUT_REASON_CHARACTERS,
  MAX_BLACKOUTS,
  MAX_PROGRAMME_NAME_CHARACTERS,
  MAX_PROGRAMME_SHORT_NAME_CHARACTERS,
} from '../../worker/domain/limits.ts'
import { POLICY_FIELDS, type Programme } from '../../worker/domain/programme/programme.ts'
import { paths, WORDS } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import { CheckField, Hidden, SelectField, TextArea, TextField, wholeInput } from './fields.tsx'
import type { FormState } from './form.ts'
import { MinutesField } from './minutes-field.tsx'
import type { PageFrame } from './page-frame.ts'
import { RowField } from './row-field.tsx'
import { blackoutField, rowsShown, shownField } from './rules-fields.ts'

type Props = { readonly frame: PageFrame; readonly programme: Programme; readonly form: FormState }

export function Names({ frame, programme, form }: Props) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.names}</legend>
      <TextField
        form={form}
        name="name"
        label={words.name}
        value={programme.name}
        attributes={{ required: true, maxlength: MAX_PROGRAMME_NAME_CHARACTERS }}
      />
      <TextField
        form={form}
        name="shortName"
        label={words.shortName}
        hint={words.shortNameHint}
        value={programme.shortName}
        attributes={{ required: true, maxlength: MAX_PROGRAMME_SHORT_NAME_CHARACTERS }}
      />
    </fieldset>
  )
}

export function Rhythm(props: Props) {
  const { frame, programme, form } = props
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.rhythm}</legend>
      <div class="pair">
        <Whole {...props} name="cadence" />
        <Whole {...props} name="tolerance" hint={words.toleranceHint} />
        <MinutesField form={form} label={words.minutes} value={String(programme.policy.minutes)} required />
      </div>
    </fieldset>
  )
}

export function Time(props: Props) {
  const { policy: words, rules } = wordsFor(props.frame)
  return (
    <fieldset>
      <legend>{words.time}</legend>
      <div class="pair">
        <Whole {...props} name="notice" hint={rules.noticeHint} />
        <Whole {...props} name="horizon" hint={words.horizonHint} />
        <Buffer {...props} side="before" />
        <Buffer {...props} side="after" />
      </div>
    </fieldset>
  )
}

export function Blackouts({ frame, form }: { readonly frame: PageFrame; readonly form: FormState }) {
  const words = wordsFor(frame).policy
  const label = (row: number, part: string) => words.blackoutRow(row + 1, part)
  return (
    <fieldset>
      <legend>{words.blackouts}</legend>
      <p class="hint">{words.blackoutsHint}</p>
      {rowsShown(form.values, 'blackout', 2, MAX_BLACKOUTS).map((row) => (
        <p class="span dated">
          <RowField
            form={form}
            name={blackoutField(row, 'from')}
            label={label(row, words.firstDay)}
            type="date"
          />
          <span aria-hidden="true">–</span>
          <RowField
            form={form}
            name={blackoutField(row, 'to')}
            label={label(row, words.lastDay)}
            type="date"
          />
          <RowField
            form={form}
            name={blackoutField(row, 'reason')}
            label={label(row, words.why)}
            short={words.why}
            maxlength={MAX_BLACKOUT_REASON_CHARACTERS}
          />
        </p>
      ))}
    </fieldset>
  )
}

export function Offers(props: Props) {
  const words = wordsFor(props.frame).policy
  return (
    <fieldset>
      <legend>{words.offers}</legend>
      <Whole {...props} name="holdDays" />
      <Choice {...props} name="counters" labels={words.countersChoices} />
      <Choice {...props} name="countersOfMentors" labels={words.countersChoices} />
      <Switch {...props} name="autopilot" />
    </fieldset>
  )
}

export function Wording(props: Props) {
  const words = wordsFor(props.frame).policy
  return (
    <fieldset id={WORDS}>
      <legend>{words.wordingIn}</legend>
      <p>
        <a href={paths.programmeSeen(props.programme.id)}>{wordsFor(props.frame).outward.link}</a>
      </p>
      <Choice {...props} name="wording" labels={words.wordingChoices} />
      <Words {...props} name="forbiddenWords" hint={words.forbiddenWordsHint} />
      <Words {...props} name="allowedWords" hint={words.allowedWordsHint} />
    </fieldset>
  )
}

/** Where sessions meet that have no place of their own. */
export function Meeting({ frame, programme, form }: Props) {
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.meeting}</legend>
      <TextField
        form={form}
        name="meetingLink"
        label={words.meetingLink}
        hint={words.meetingLinkHint}
        value={programme.policy.meetingLink}
        attributes={{ maxlength: POLICY_FIELDS.meetingLink.characters }}
      />
    </fieldset>
  )
}

/** What can be left out of what is recorded of people. */
export function Recorded(props: Props) {
  const words = wordsFor(props.frame).policy
  return (
    <fieldset>
      <legend>{words.recorded}</legend>
      <Switch {...props} name="stages" hint={words.stagesHint} />
      <Switch {...props} name="pulses" hint={words.pulsesHint} />
      <Switch {...props} name="privateNotes" />
    </fieldset>
  )
}

export function Managers(props: Props) {
  const { frame, form, programme } = props
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{wordsFor(frame).frame.roles.manager}</legend>
      <Whole {...props} name="undoSeconds" />
      <TextField
        form={form}
        name="morningAt"
        label={words.morningAt}
        hint={words.morningAtHint}
        type="time"
        value={programme.policy.morningAt}
        attributes={{ required: true }}
      />
    </fieldset>
  )
}

export function Report(props: Props) {
  const words = wordsFor(props.frame).policy
  return (
    <fieldset>
      <legend>{words.report}</legend>
      <Whole {...props} name="reportLeast" hint={words.reportLeastHint} />
    </fieldset>
  )
}

export function End(props: Props) {
  const { frame, programme, form } = props
  const words = wordsFor(frame).policy
  return (
    <fieldset>
      <legend>{words.end}</legend>
      <TextField
        form={form}
        name="endsOn"
        label={words.endsOn}
        hint={words.endsOnHint}
        type="date"
        value={programme.endsOn ?? ''}
      />
      <Whole {...props} name="retention" />
    </fieldset>
  )
}

type PolicyFields = typeof POLICY_FIELDS
/** The fields of one kind, by their names. */
type Named<Kind extends SettingField['kind']> = {
  [Name in keyof PolicyFields]: PolicyFields[Name] extends { readonly kind: Kind } ? Name : never
}[keyof PolicyFields]

type WholeProps = Props & { readonly name: Named<'whole'>; readonly hint?: string }

function Whole({ frame, programme, form, name, hint }: WholeProps) {
  return (
    <TextField
      form={form}
      name={name}
      label={wordsFor(frame).policy[name]}
      hint={hint}
      type="number"
      value={String(programme.policy[name])}
      attributes={{ ...wholeInput(POLICY_FIELDS[name].range), required: true }}
    />
  )
}

function Buffer({ frame, programme, form, side }: Props & { readonly side: 'before' | 'after' }) {
  return (
    <TextField
      form={form}
      name={side}
      label={wordsFor(frame).policy[side]}
      type="number"
      value={String(programme.policy.buffers[side])}
      attributes={{ ...wholeInput(POLICY_FIELDS.buffers.range), required: true }}
    />
  )
}

type ChoiceProps = Props & {
  readonly name: Named<'choice'>
  readonly labels: Readonly<Record<string, string>>
}

function Choice({ frame, programme, form, name, labels }: ChoiceProps) {
  return (
    <SelectField
      form={form}
      name={name}
      label={wordsFor(frame).policy[name]}
      value={programme.policy[name]}
      choices={Object.entries(labels).map(([value, label]) => ({ value, label }))}
    />
  )
}

type SwitchProps = Props & { readonly name: Named<'switch'>; readonly hint?: string }

/** The hidden field says that the switch stood on the page: without its tick it is off. */
function Switch({ frame, programme, form, name, hint }: SwitchProps) {
  return (
    <>
      <Hidden values={{ [shownField(name)]: 'yes' }} />
      <CheckField
        form={form}
        name={name}
        label={wordsFor(frame).policy[name]}
        value={programme.policy[name] ? 'yes' : ''}
        {...(hint !== undefined && { hint })}
      />
    </>
  )
}

function Words({
  frame,
  programme,
  form,
  name,
  hint,
}: Props & { readonly name: Named<'words'>; readonly hint: string }) {
  return (
    <TextArea
      form={form}
      name={name}
      label={wordsFor(frame).policy[name]}
      hint={hint}
      value={programme.policy[name].join(', ')}
    />
  )
}
