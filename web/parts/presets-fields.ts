import type { Blocker, PersonRules } from '../../worker/domain/people.ts'

/** The values that show somebody's blockers, and what is set for him instead of what they set. */
export function presetsAsTyped(
  blockers: readonly Blocker[],
  { ahead, answers, nudges, autopilot, byPhone, phone }: PersonRules,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(blockers.map((each) => [`blocker-${each}`, 'yes'])),
    'preset-ahead': ahead === undefined ? '' : String(ahead),
    'preset-answers': answers ?? '',
    'preset-nudges': yesOrNo(nudges),
    'preset-autopilot': yesOrNo(autopilot),
    'preset-by-phone': yesOrNo(byPhone),
    'preset-phone': phone ?? '',
  }
}

function yesOrNo(rule: boolean | undefined): string {
  return rule === undefined ? '' : rule ? 'yes' : 'no'
}
