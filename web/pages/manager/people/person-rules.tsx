import { type PersonRules, type Role, RULE_FIELDS } from '../../../../worker/domain/people/person.ts'
import { CheckField, SelectField, TextField, wholeInput } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import { MinutesField } from '../../../parts/minutes-field.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { NeverRows, TripRows } from '../../../parts/rule-rows.tsx'
import { rulesAsTyped, WHOLE_RULE_INPUTS } from '../../../parts/rules-fields.ts'
import { WholeRuleField } from '../../../parts/whole-rule-field.tsx'
import { wordsFor } from '../../../words/pages/words.ts'

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly rules: PersonRules
  readonly roles: readonly Role[]
  readonly form: FormState
}

/** A mentor's or executive's own rules, beyond the weekly hours. */
export function PersonRulesForm({ frame, action, rules, roles, form }: Props) {
  const words = wordsFor(frame).rules
  const shown: FormState = { ...form, values: { ...rulesAsTyped(rules), ...form.values } }
  return (
    <form method="post" action={action} class="stack" data-enhance="#content">
      <p class="soft">{words.mentorAbout}</p>
      {roles.includes('executive') ? <ExecutiveRules frame={frame} form={shown} /> : null}
      {roles.includes('mentor') ? <MentorRules frame={frame} form={shown} /> : null}
      <WholeRuleField form={shown} rule="notice" label={words.notice} hint={words.noticeHint} />
      <WholeRuleField form={shown} rule="perDay" label={words.perDay} />
      <WholeRuleField form={shown} rule="perWeek" label={words.perWeek} />
      <p>
        <button class="quiet" type="submit">
          {words.save}
        </button>
      </p>
    </form>
  )
}

type Part = { readonly frame: PageFrame; readonly form: FormState }

function MentorRules({ frame, form }: Part) {
  const words = wordsFor(frame).rules
  return (
    <>
      <Buffer form={form} name="rule-before" label={words.before} />
      <Buffer form={form} name="rule-after" label={words.after} />
      <TextField form={form} name="rule-taught" label={words.taught} hint={words.topicsHint} />
    </>
  )
}

function ExecutiveRules({ frame, form }: Part) {
  const words = wordsFor(frame).rules
  const names = (['preset', 'hidden', 'shown'] as const).map((value) => ({
    value,
    label: words.mentorNames[value],
  }))
  return (
    <>
      <MinutesField form={form} name={WHOLE_RULE_INPUTS.minutes} label={words.minutes} />
      <WholeRuleField form={form} rule="travelBuffer" label={words.travelBuffer} />
      <CheckField form={form} name="rule-short" label={words.shortNotice} />
      <NeverRows frame={frame} form={form} />
      <TripRows frame={frame} form={form} />
      <SelectField form={form} name="rule-hidden" label={words.mentorName} choices={names} />
      <TextField form={form} name="rule-wished" label={words.wished} hint={words.topicsHint} />
    </>
  )
}

type BufferProps = { readonly form: FormState; readonly name: string; readonly label: string }

function Buffer({ form, name, label }: BufferProps) {
  const attributes = wholeInput(RULE_FIELDS.buffers.range)
  return <TextField form={form} name={name} label={label} type="number" attributes={attributes} />
}
