import { closeUnmet } from '../actions/session/close-unmet.ts'
import type { Platform } from '../platform.ts'
import { listUnmet } from '../storage/clock/attending.ts'
import { forEach } from './for-each.ts'

/** Closes the sessions where a mentor has waited 15 minutes. Returns how many. */
export async function closeUnmetSessions(platform: Platform): Promise<number> {
  return forEach(platform, await listUnmet(platform.db, platform.now()), closeUnmet)
}
