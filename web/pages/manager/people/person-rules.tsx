import type { PersonRules, Role } from '../../../../worker/domain/people/person.ts'
import { CheckField, SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { NeverRows, TripRows } from '../../../parts/rule-rows.tsx'
import { rulesAsTyped } from '../../../parts/rules-fields.ts'
import { wordsFor } from '../../../words/pages/words.ts'

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly rules: PersonRules
  readonly roles: readonly Role[]
  readonly form: FormState
}

/** What a mentor or an executive asks of every session, beyond the weekly hours. */
export function PersonRulesForm({ frame, action, rules, roles, form }: Props) {
  const words = wordsFor(frame).rules
  const shown: FormState = { ...form, values: { ...rulesAsTyped(rules), ...form.values } }
  return (
    <form method="post" action={action} class="stack">
      <p class="soft">{words.mentorAbout}</p>
      {roles.includes('executive') ? <ExecutiveRules frame={frame} form={shown} /> : null}
      {roles.includes('mentor') ? <MentorRules frame={frame} form={shown} /> : null}
      <Number form={shown} name="rule-notice" label={words.notice} hint={words.noticeHint} max={720} />
      <Number form={shown} name="rule-day" label={words.perDay} min={1} max={24} />
      <Number form={shown} name="rule-week" label={words.perWeek} min={1} max={100} />
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
      <Number form={form} name="rule-before" label={words.before} max={240} />
      <Number form={form} name="rule-after" label={words.after} max={240} />
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
      <Number form={form} name="rule-minutes" label={words.minutes} min={5} max={480} />
      <Number form={form} name="rule-travel" label={words.travelBuffer} max={240} />
      <CheckField form={form} name="rule-short" label={words.shortNotice} />
      <NeverRows frame={frame} form={form} />
      <TripRows frame={frame} form={form} />
      <SelectField form={form} name="rule-hidden" label={words.mentorName} choices={names} />
      <TextField form={form} name="rule-wished" label={words.wished} hint={words.topicsHint} />
    </>
  )
}

type NumberProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly min?: number
  readonly max: number
}

function Number({ form, name, label, hint, min = 0, max }: NumberProps) {
  return (
    <TextField form={form} name={name} label={label} hint={hint} type="number" attributes={{ min, max }} />
  )
}
