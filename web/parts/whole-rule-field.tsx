import { RULE_FIELDS } from '../../worker/domain/people/person.ts'
import { TextField, wholeInput } from './fields.tsx'
import type { FormState } from './form.ts'
import { WHOLE_RULE_INPUTS, type WholeRule } from './rules-fields.ts'

type Props = {
  readonly form: FormState
  readonly rule: WholeRule
  readonly label: string
  readonly hint?: string
}

/** A person's rule that is a number, with its bounds; empty means the programme's value. */
export function WholeRuleField({ form, rule, label, hint }: Props) {
  return (
    <TextField
      form={form}
      name={WHOLE_RULE_INPUTS[rule]}
      label={label}
      hint={hint}
      type="number"
      attributes={wholeInput(RULE_FIELDS[rule].range)}
    />
  )
}
