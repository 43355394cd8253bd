import { expect, test } from 'vitest'

import { PersonPresetsForm } from '../../web/pages/manager/people/person-presets.tsx'
import { PersonRulesForm } from '../../web/pages/manager/people/person-rules.tsx'
import { PolicyPage } from '../../web/pages/manager/programme/policy.tsx'
import { EMPTY_FORM } from '../../web/parts/form.ts'
import { WHOLE_RULE_INPUTS } from '../../web/parts/rules-fields.ts'
import type { SettingField } from '../../worker/domain/fields.ts'
import type { Range } from '../../worker/domain/limits.ts'
import { RULE_FIELDS } from '../../worker/domain/people/person.ts'
import {
  DEFAULT_POLICY,
  JUST_OPENED,
  POLICY_FIELDS,
  type Programme,
} from '../../worker/domain/programme/programme.ts'
import { aFrame, attributeOf, tagsOf, written } from '../support/pages.tsx'

const programme: Programme = {
  ...{ id: 'prg_1', name: 'Northwind leadership', shortName: 'Northwind', ...JUST_OPENED, version: 1 },
  policy: { ...DEFAULT_POLICY, blackouts: [{ from: '2027-05-01', to: '2027-05-02', reason: 'Board' }] },
}
const mentors = [{ id: 'per_tom', name: 'Tom Leroy' }] as const
const policyPage = written(
  <PolicyPage frame={aFrame()} programme={programme} mentors={mentors} displaced={[]} form={EMPTY_FORM} />,
)
const policyFields: readonly (readonly [string, SettingField])[] = Object.entries(POLICY_FIELDS)

test('every rule of a programme has its input, and numbers their bounds', () => {
  const inputs = policyFields.flatMap(([name, field]) =>
    field.kind === 'blackouts' ? [] : inputsOf(name, field),
  )
  const named = inputs.filter(({ input }) =>
    new RegExp(`<(input|select|textarea)[^>]* name="${input}"`).test(policyPage),
  )
  expect(named).toEqual(inputs)
  const ranges = inputs.filter(({ range }) => range !== null)
  expect(ranges.map(({ input }) => ({ input, range: boundsOf(policyPage, input) }))).toEqual(ranges)
  expect(
    tagsOf(policyPage, 'input').find((tag) => attributeOf(tag, 'name') === 'blackout-0-reason'),
  ).toContain(`maxlength="${POLICY_FIELDS.blackouts.characters}"`)
})

test('every number among a person’s rules has an input, within its bounds', () => {
  const props = { frame: aFrame(), action: '/', rules: {}, form: EMPTY_FORM }
  const rules = written(<PersonRulesForm {...props} roles={['executive', 'mentor']} />)
  const presets = written(<PersonPresetsForm {...props} blockers={[]} formats={[]} formatsHref="/" />)
  const page = rules + presets
  const wholes = Object.entries(RULE_FIELDS).flatMap(([name, field]) =>
    field.kind === 'whole' ? [[name, field.range]] : [],
  )
  const shown = Object.entries(WHOLE_RULE_INPUTS).map(([name, input]) => [name, boundsOf(page, input)])
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wholes))
  for (const side of ['rule-before', 'rule-after'])
    expect(boundsOf(page, side)).toEqual(RULE_FIELDS.buffers.range)
})

/** The inputs of a field. */
function inputsOf(name: string, field: SettingField) {
  const range = field.kind === 'whole' || field.kind === 'buffers' ? field.range : null
  if (field.kind === 'people') return [{ input: `${name}-${mentors[0].id}`, range }]
  return (field.kind === 'buffers' ? ['before', 'after'] : [name]).map((input) => ({ input, range }))
}

function boundsOf(html: string, name: string): Range | null {
  const input = tagsOf(html, 'input').find((tag) => attributeOf(tag, 'name') === name)
  return input ? { least: Number(attributeOf(input, 'min')), most: Number(attributeOf(input, 'max')) } : null
}
