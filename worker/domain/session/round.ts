import { rulesOf } from '../people/presets.ts'
import type { Programme } from '../programme/programme.ts'
import type { Situation } from '../situation.ts'
import { after, DAY, type Instant, latest } from '../time/time.ts'

/** The next round opens this many days ahead of the cadence's date, where no log has opened it before. */
export const AHEAD = 18
/** And not before the last session is over for as long. */
export const PAUSE = DAY

/** `lastEnd`: of the last session there was; `lastMet`: of the last that took place, or was to. */
export function roundDueAt(
  { policy }: Pick<Programme, 'policy'>,
  { lastEnd, lastMet }: { readonly lastEnd: Instant; readonly lastMet: Instant },
): Instant {
  return latest(after(lastEnd, PAUSE), after(lastMet, (policy.cadence - AHEAD) * DAY))
}

/**
 * Whether the clock may ask for a time: never for the first, nor where the executive is asked by a human only, or would
 * rather not be asked.
 */
export function isOnAutopilot({ programme, pairing, executive, wishes }: Situation): boolean {
  if (pairing.status !== 'active' || wishes.length > 0) return false
  return rulesOf(executive).autopilot ?? programme.policy.autopilot
}
