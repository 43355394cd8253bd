import { presetOf } from '../people/presets.ts'
import type { Policy } from '../programme/programme.ts'
import { type FormatSetting, formatOf } from './next-format.ts'

/**
 * How long a session is, in minutes: what is wished counts before what was written for the executive, that before the
 * format's own length, that before what his blockers set, and that before the programme's.
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
