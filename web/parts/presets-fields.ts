import type { Format } from '../../worker/domain/path/format.ts'
import type { Blocker, PersonRules } from '../../worker/domain/people/person.ts'

/** A person's formats, in order. */
export const FORMAT_FIELDS = [
  'preset-format-0',
  'preset-format-1',
  'preset-format-2',
  'preset-format-3',
] as const

/** The values that show a person's blockers and his own settings. */
export function presetsAsTyped(
  blockers: readonly Blocker[],
  { ahead, answers, nudges, inWriting, autopilot, byPhone, phone, quarter, formats = [] }: PersonRules,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(blockers.map((each) => [`blocker-${each}`, 'yes'])),
    'preset-ahead': ahead === undefined ? '' : String(ahead),
    'preset-answers': answers ?? '',
    'preset-nudges': yesOrNo(nudges),
    'preset-in-writing': yesOrNo(inWriting),
    'preset-autopilot': yesOrNo(autopilot),
    'preset-by-phone': yesOrNo(byPhone),
    'preset-phone': phone ?? '',
    'preset-quarter': yesOrNo(quarter),
    ...Object.fromEntries(FORMAT_FIELDS.map((field, row) => [field, formats[row] ?? ''])),
  }
}

/** Without the formats of his other programmes: they count only there. */
export function rulesHere(rules: PersonRules, formats: readonly Format[]): PersonRules {
  const here = (rules.formats ?? []).filter((id) => formats.some((each) => each.id === id))
  return { ...rules, formats: here }
}

function yesOrNo(rule: boolean | undefined): string {
  return rule === undefined ? '' : rule ? 'yes' : 'no'
}
