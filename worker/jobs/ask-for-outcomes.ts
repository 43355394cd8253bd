import { askForOutcome } from '../actions/session/ask-for-outcome.ts'
import type { Platform } from '../platform.ts'
import { listUnasked } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Asks the mentor how it went, five minutes after the end. Returns how many were asked. */
export async function askForOutcomes(platform: Platform): Promise<number> {
  return forEach(platform, await listUnasked(platform.db, platform.now()), askForOutcome)
}
