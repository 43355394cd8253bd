import { askForOutcome } from '../actions/session/ask-for-outcome.ts'
import type { Platform } from '../platform.ts'
import { listUnasked } from '../storage/clock/due.ts'
import { forEach } from './for-each.ts'

/** Five minutes past the end the mentor is asked how it went. Answers how many were. */
export async function askForOutcomes(platform: Platform): Promise<number> {
  return forEach(platform, await listUnasked(platform.db, platform.now()), askForOutcome)
}
