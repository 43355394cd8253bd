import { presetOf } from '../people/presets.ts'
import type { Policy } from '../programme/programme.ts'
import { type FormatSetting, formatOf } from './next-format.ts'

/**
 * How long a session is, in minutes. The first that is set counts: the wish, the executive's own rule, the format, the
 * presets of the blockers, the programme.
 */
export function minutesOf(setting: Timed, wished: number | null = null): number {
  const { executive, programme } = setting
  return (
    wished ??
    executive.rules.minutes ??
    formatOf(setting)?.minutes ??
    presetOf(executive).minutes ??
    programme.policy.minutes
  )
}

export type Timed = FormatSetting & { readonly programme: { readonly policy: Pick<Policy, 'minutes'> } }
